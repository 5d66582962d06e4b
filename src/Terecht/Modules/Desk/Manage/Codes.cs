namespace Terecht.Modules.Desk.Manage;

/// <summary>The short names that stand in addresses and files.</summary>
internal static class Codes
{
    private const int Longest = 40;

    /// <param name="taken">A word that our own addresses use.</param>
    public static IEnumerable<Fault> Faults(string code, string taken)
    {
        var right =
            code.Length is > 0 and <= Longest
            && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (!right || code == taken)
        {
            yield return new Fault(
                "Form.Code",
                "Geef een korte code van kleine letters, cijfers en streepjes, bijvoorbeeld: avond-2027."
            );
        }
    }
}
