using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Terecht.Modules.Knowledge.ImportArticles.Forms;

/// <summary>What an article of our own must have, in JSON and in CSV.</summary>
internal static partial class OwnRules
{
    public const string Source = "gemeente";
    public static readonly string[] Languages = ["nl", "en"];

    /// <summary>Why it cannot be loaded; null when it can.</summary>
    public static string? Problem(string code, string review) =>
        code.Length == 0 ? "Dit antwoord heeft geen code."
        : !Code().IsMatch(code)
            ? $"De code '{code}' kan niet. Gebruik kleine letters, cijfers en streepjes, zoals paspoort-aanvragen."
        : review.Length > 0 && Date(review) is null ? $"De datum '{review}' kan niet. Schrijf hem als 2027-12-01."
        : null;

    public static LocalDate? Date(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } read ? read.Value : null;

    /// <summary>It is part of an address.</summary>
    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,119}$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
