using System.Text.Json;

namespace Terecht.Modules.Knowledge.ImportArticles.Forms;

/// <summary>
/// Our own form: <c>code</c>, <c>topics</c>, <c>team</c>, <c>review</c> (2027-12-01), <c>versions</c> (the number of the
/// version that is current), and <c>nl</c> and <c>en</c> with <c>title</c>, <c>summary</c> and <c>body</c> in Markdown.
/// </summary>
internal static class OwnForm
{
    private static readonly string[] Languages = ["nl", "en"];

    public static ReadLine Read(JsonElement root)
    {
        var texts = new Dictionary<string, ArticleTexts>(StringComparer.Ordinal);
        foreach (var language in Languages)
        {
            if (root.TryGetProperty(language, out var words) && words.ValueKind == JsonValueKind.Object)
            {
                texts[language] = new ArticleTexts(words.Words("title"), words.Words("summary"), words.Words("body"));
            }
        }
        var review = root.Words("review");
        return OwnRules.Checked(root.Words("code"), texts, review) is { } why
            ? ReadLine.Rejected(why)
            : new ArticleLine(root.Words("code"), OwnRules.Source, texts)
            {
                TopicCodes = root.List("topics"),
                Team = root.Words("team") is { Length: > 0 } team ? team : null,
                ReviewOn = OwnRules.Date(review),
                FirstNumber = Number(root, "versions"),
            };
    }

    private static int Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
            ? Math.Max(1, number)
            : 1;
}
