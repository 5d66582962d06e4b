using System.Globalization;
using Terecht.Platform.Import;

namespace Terecht.Modules.Knowledge.ImportArticles.Forms;

/// <summary>
/// Our own form in JSON: <c>code</c>, <c>topics</c>, <c>team</c>, <c>review</c> (2027-12-01), <c>versions</c> (the number
/// of the version that is current), and <c>nl</c> and <c>en</c> with <c>title</c>, <c>summary</c> and <c>body</c> in Markdown.
/// </summary>
internal static class OwnForm
{
    public static ReadArticle Read(JsonItem item)
    {
        var code = item.OneLine("code");
        var review = item.OneLine("review");
        var texts = OwnRules
            .Languages.Where(language => item.Has(language))
            .ToDictionary(language => language, language => Texts(item.Field(language)!), StringComparer.Ordinal);
        var problem =
            OwnRules.Problem(code, review)
            ?? (
                texts.Count == 0
                    ? "Dit antwoord heeft geen tekst. Zet die onder 'nl', en in het Engels onder 'en'."
                    : null
            )
            ?? texts.Keys.Select(language => item.Field(language)!.Problem()).FirstOrDefault(p => p is not null)
            ?? texts.Values.Select(t => t.Problem()).FirstOrDefault(p => p is not null);
        return problem is not null
            ? ReadArticle.Rejected(problem)
            : new ArticleLine(code, OwnRules.Source)
            {
                Texts = texts,
                TopicCodes = [.. item.List("topics").Select(t => t.OneLine()).Where(t => t.Length > 0)],
                Team = item.OneLine("team") is { Length: > 0 } team ? team : null,
                ReviewOn = OwnRules.Date(review),
                FirstNumber = int.TryParse(item.OneLine("versions"), CultureInfo.InvariantCulture, out var number)
                    ? Math.Max(1, number)
                    : 1,
            };
    }

    private static ArticleTexts Texts(JsonItem item) =>
        new(item.OneLine("title"), item.Text("summary"), item.Text("body"));
}
