using System.Text.RegularExpressions;

namespace Terecht.Modules.Citizens.Status;

/// <summary>
/// Whoever has reference and code may be somebody else: telephone numbers and other long numbers in the words show only
/// enough to recognise one's own.
/// </summary>
internal static partial class Discreet
{
    private const int Kept = 2;

    /// <summary>"op 06 12 34 56 78" becomes "op 06 •• •• •• 78".</summary>
    public static string Words(string text) =>
        LongNumber()
            .Replace(
                text,
                found =>
                {
                    var digits = string.Concat(found.Value.Where(char.IsDigit));
                    var plus = found.Value[0] == '+' ? "+" : "";
                    return $"{plus}{digits[..Kept]} •• •• •• {digits[^Kept..]}";
                }
            );

    /// <summary>Seven digits or more, with spaces, dots, dashes or brackets between them.</summary>
    [GeneratedRegex(@"\+?\d(?:[\s\-./()]{0,3}\d){6,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongNumber();
}
