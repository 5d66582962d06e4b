using System.Globalization;
using System.Text;

namespace Terecht.Platform.Import;

/// <summary>Text from a file as we keep it, and what makes it unfit to keep.</summary>
internal static class CellText
{
    /// <summary>Composed letters, Unix line ends, no white space around it; lines inside stay.</summary>
    public static string Clean(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Replace('\u00A0', ' ')
            .Normalize(NormalizationForm.FormC)
            .Trim();

    /// <summary>The same on one line, white space made single.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Why this cannot be kept; null when it can. Said after the name of the field: "In naam staat een formule."</summary>
    public static string? Problem(string field, string text)
    {
        if (text.StartsWith('='))
        {
            return $"In '{field}' staat een formule. Zet er de waarde zelf in.";
        }
        if (text is ['#', >= 'A' and <= 'Z', ..] && (text.EndsWith('!') || text.EndsWith('?') || text.Contains('/')))
        {
            return $"In '{field}' staat een fout van Excel ({text}). Zet er de waarde zelf in.";
        }
        if (text.Contains('\uFFFD'))
        {
            return $"In '{field}' is een letter verloren gegaan (\uFFFD). Bewaar het bestand opnieuw als UTF-8.";
        }
        return text.Any(IsUnfit)
            ? $"In '{field}' staat een onzichtbaar teken dat we niet kunnen bewaren. Typ de tekst opnieuw."
            : null;
    }

    /// <summary>Control characters, half letters, and marks that turn the direction of the text around.</summary>
    private static bool IsUnfit(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control && c is not ('\n' or '\r' or '\t')
        || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
