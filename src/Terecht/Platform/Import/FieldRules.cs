using System.Net.Mail;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Terecht.Platform.Import;

/// <summary>What holds for a field in every import. Each answers with the sentence that says what is wrong, or null.</summary>
internal static partial class FieldRules
{
    public const int LongestCode = 120;

    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;

    // As Excel writes it in the Netherlands after somebody saved the file.
    private static readonly LocalDatePattern Dutch = LocalDatePattern.CreateWithInvariantCulture("d-M-uuuu");

    public static string? Code(string field, string code) =>
        code.Length == 0 ? $"De kolom '{field}' is leeg."
        : code.Length > LongestCode ? $"De code in '{field}' is te lang: hooguit {LongestCode} tekens."
        : CodePattern().IsMatch(code) ? null
        : $"De code '{code}' kan niet. Gebruik letters, cijfers, punten en streepjes, zonder spaties.";

    public static string? Filled(string field, string text, int most = 200) =>
        text.Length == 0 ? $"De kolom '{field}' is leeg." : NotTooLong(field, text, most);

    public static string? NotTooLong(string field, string text, int most = 200) =>
        text.Length <= most
            ? CellText.Problem(field, text)
            : $"De tekst in '{field}' is te lang: {text.Length} tekens, hooguit {most}.";

    public static string? Email(string field, string text) =>
        text.Length is 0 or > 200
        || !MailAddress.TryCreate(text, out var address)
        || address.Address != text
        || !address.Host.Contains('.', StringComparison.Ordinal)
            ? $"In '{field}' staat geen goed e-mailadres: '{text}'. Schrijf het als voornaam.achternaam@gemeente.nl."
            : null;

    /// <summary>The date in 2027-05-03 or 3-5-2027; null when it is none.</summary>
    public static LocalDate? Date(string text) =>
        Iso.Parse(text) is { Success: true } iso ? iso.Value
        : Dutch.Parse(text) is { Success: true } dutch ? dutch.Value
        : null;

    public static string DateSentence(string field, string text) =>
        $"De datum '{text}' in '{field}' kan niet. Schrijf hem als 2027-05-03.";

    /// <summary>The first sentence of these, or null when nothing is wrong.</summary>
    public static string? First(params ReadOnlySpan<string?> sentences)
    {
        foreach (var sentence in sentences)
        {
            if (sentence is not null)
            {
                return sentence;
            }
        }
        return null;
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}_-][\p{L}\p{Nd}._-]*$", RegexOptions.None, 1000)]
    private static partial Regex CodePattern();
}
