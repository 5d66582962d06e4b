using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Terecht.Modules.Knowledge.ImportArticles.Forms;

/// <summary>What an article of our own must have, in JSON and in CSV.</summary>
internal static partial class OwnRules
{
    public const string Source = "gemeente";

    /// <summary>Why it cannot be loaded; null when it can.</summary>
    public static string? Checked(string code, IReadOnlyDictionary<string, ArticleTexts> texts, string review) =>
        true switch
        {
            _ when code.Length == 0 => "Dit antwoord heeft geen code.",
            _ when !Code().IsMatch(code) =>
                $"De code '{code}' kan niet. Gebruik kleine letters, cijfers en streepjes, zoals paspoort-aanvragen.",
            _ when texts.Count == 0 => "Dit antwoord heeft geen tekst.",
            _ when texts.Values.Any(t => t.Title.Length == 0) => "Dit antwoord heeft geen titel.",
            _ when texts.Values.Any(t => t.Summary.Length == 0 && t.Body.Length == 0) =>
                "Dit antwoord heeft geen tekst.",
            _ when review.Length > 0 && Date(review) is null =>
                $"De datum '{review}' kan niet. Schrijf hem als 2027-12-01.",
            _ => null,
        };

    public static LocalDate? Date(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } read ? read.Value : null;

    /// <summary>It is part of an address.</summary>
    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,119}$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
