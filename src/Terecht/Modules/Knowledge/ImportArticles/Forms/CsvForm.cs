using Terecht.Platform.Import;

namespace Terecht.Modules.Knowledge.ImportArticles.Forms;

/// <summary>
/// Our own form in CSV: a row for each language of an article. Topics are codes with a bar or a comma between them. What is
/// about the article as a whole may stand on one of its rows.
/// </summary>
internal static class CsvForm
{
    public static readonly string[] Needed = ["code", "taal", "titel", "tekst"];
    public static readonly string[] Other = ["samenvatting", "onderwerpen", "team", "herzien_op"];

    public static ReadArticle Read(CsvRow row)
    {
        var code = row.OneLine("code");
        var language = row.OneLine("taal").ToLowerInvariant();
        var review = row.OneLine("herzien_op");
        var texts = new ArticleTexts(row.OneLine("titel"), row.Text("samenvatting"), row.Text("tekst"));
        var problem =
            OwnRules.Problem(code, review)
            ?? (
                OwnRules.Languages.Contains(language) ? null : $"De taal '{language}' kennen we niet. Schrijf nl of en."
            )
            ?? texts.Problem();
        return problem is not null
            ? ReadArticle.Rejected(problem)
            : new ArticleLine(code, OwnRules.Source)
            {
                Texts = new Dictionary<string, ArticleTexts>(StringComparer.Ordinal) { [language] = texts },
                TopicCodes = [.. row.List("onderwerpen").SelectMany(t => t.Split(',', StringSplitOptions.TrimEntries))],
                Team = row.OneLine("team") is { Length: > 0 } team ? team : null,
                ReviewOn = OwnRules.Date(review),
            };
    }
}
