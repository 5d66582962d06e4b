using System.Text.Json;

namespace Terecht.Modules.Knowledge.ImportArticles.Forms;

/// <summary>Questions and answers of rijksoverheid.nl. Their id is the code, so that a later file finds the same article.</summary>
internal static class GovernmentForm
{
    private const string Source = "rijksoverheid";

    public static ReadLine Read(JsonElement root)
    {
        var title = root.Words("vraag");
        var summary = root.Words("inleiding");
        var paragraphs =
            root.TryGetProperty("alineas", out var list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.Object).Select(Paragraph)
                : [];
        var body = string.Join("\n\n", paragraphs.Where(p => p.Length > 0));
        return Article(root, title, summary, body);
    }

    /// <summary>The first line is the short answer, and its first sentence the title.</summary>
    public static ReadLine ReadWithoutQuestion(JsonElement root)
    {
        var text = root.Words("tekst");
        var line = text.IndexOf('\n');
        var summary = (line < 0 ? text : text[..line]).Trim();
        var title = PlainText.FirstSentence(summary);
        return Article(root, title, summary, PlainText.ToMarkdown(line < 0 ? "" : text[line..]));
    }

    private static ReadLine Article(JsonElement root, string title, string summary, string body)
    {
        var code = root.Words("id");
        if (code.Length == 0)
        {
            return ReadLine.Rejected("Dit antwoord heeft geen id.");
        }
        if (title.Length == 0 || (summary.Length == 0 && body.Length == 0))
        {
            return ReadLine.Rejected("Dit antwoord heeft geen tekst.");
        }
        return new ArticleLine(
            code,
            Source,
            new Dictionary<string, ArticleTexts> { ["nl"] = new(title, summary, body) }
        )
        {
            Subjects = root.List("onderwerpen"),
        };
    }

    private static string Paragraph(JsonElement paragraph)
    {
        var head = paragraph.Words("kop");
        var text = PlainText.ToMarkdown(paragraph.Words("tekst"));
        return head.Length == 0 ? text : $"## {PlainText.ToMarkdown(head)}\n\n{text}".TrimEnd();
    }
}
