using System.Text.Json;
using Terecht.Platform.Import;

namespace Terecht.Modules.Knowledge.ImportArticles.Forms;

/// <summary>Questions and answers of rijksoverheid.nl. Their id is the code, so that a later file finds the same article.</summary>
internal static class GovernmentForm
{
    private const string Source = "rijksoverheid";

    public static ReadArticle Read(JsonItem item)
    {
        var paragraphs = item.List("alineas").Where(p => p.Kind == JsonValueKind.Object);
        return Article(
            item,
            new ArticleTexts(
                item.OneLine("vraag"),
                item.Text("inleiding"),
                string.Join("\n\n", paragraphs.Select(Paragraph).Where(p => p.Length > 0))
            )
        );
    }

    /// <summary>The first line is the short answer, and its first sentence the title.</summary>
    public static ReadArticle ReadWithoutQuestion(JsonItem item)
    {
        var text = item.Text("tekst");
        var line = text.IndexOf('\n', StringComparison.Ordinal);
        var summary = line < 0 ? text : text[..line].TrimEnd();
        return Article(
            item,
            new ArticleTexts(
                PlainText.FirstSentence(summary),
                summary,
                line < 0 ? "" : PlainText.ToMarkdown(text[line..])
            )
        );
    }

    private static ReadArticle Article(JsonItem item, ArticleTexts texts)
    {
        var code = item.OneLine("id");
        if (code.Length == 0)
        {
            return ReadArticle.Rejected("Dit antwoord heeft geen id. Zet er een in die altijd hetzelfde blijft.");
        }
        return texts.Problem() is { } problem
            ? ReadArticle.Rejected(problem)
            : new ArticleLine(code, Source)
            {
                Texts = new Dictionary<string, ArticleTexts>(StringComparer.Ordinal) { ["nl"] = texts },
                Subjects = [.. item.List("onderwerpen").Select(s => s.OneLine()).Where(s => s.Length > 0)],
            };
    }

    private static string Paragraph(JsonItem paragraph)
    {
        var head = PlainText.ToMarkdown(paragraph.OneLine("kop"));
        var text = PlainText.ToMarkdown(paragraph.Text("tekst"));
        return head.Length == 0 ? text : $"## {head}\n\n{text}".TrimEnd();
    }
}
