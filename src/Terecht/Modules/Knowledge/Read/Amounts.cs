namespace Terecht.Modules.Knowledge.Read;

/// <summary>Amounts do not break over two lines.</summary>
internal static class Amounts
{
    public static string Unbroken(string text) => text.Replace("€ ", "€\u00A0", StringComparison.Ordinal);
}
