namespace Terecht.Platform.Text;

/// <summary>A number that citizens dial, in one notation: E.164 where it is an ordinary number, else its digits (14099).</summary>
internal static class ServiceNumber
{
    /// <summary>Null when there are no digits, or signs that no number has.</summary>
    public static string? Parse(string? text)
    {
        if (text is null || PhoneNumber.Parse(text) is { } ordinary)
        {
            return PhoneNumber.Parse(text);
        }
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return
            digits.Length is >= 3 and <= 15
            && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '(' or ')' or '+')
            ? digits
            : null;
    }
}
