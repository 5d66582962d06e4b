namespace Terecht.Modules.Citizens.Templates;

/// <summary>
/// How many text messages a text is. In the alphabet of GSM 160 characters fit in one and 153 in each of several; one other
/// character, and it is 70 and 67.
/// </summary>
internal static class SmsLength
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>These take two places.</summary>
    private const string Extended = "^{}\\[~]|€\f";

    public static SmsSize Of(string text)
    {
        var odd = text.FirstOrDefault(c => !Basic.Contains(c) && !Extended.Contains(c));
        var length = odd == default ? text.Sum(c => Extended.Contains(c) ? 2 : 1) : text.Length;
        var (one, each) = odd == default ? (160, 153) : (70, 67);
        return new SmsSize(length, one, length <= one ? 1 : (length + each - 1) / each, odd == default ? null : odd);
    }
}

/// <param name="Most">How many characters fit in one.</param>
/// <param name="Odd">The first character outside the alphabet of GSM.</param>
internal sealed record SmsSize(int Length, int Most, int Parts, char? Odd);
