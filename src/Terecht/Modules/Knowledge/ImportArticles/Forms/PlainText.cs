using System.Text;
using System.Text.RegularExpressions;

namespace Terecht.Modules.Knowledge.ImportArticles.Forms;

/// <summary>Plain text of a source as our fields: Markdown, and a title where the source gives none.</summary>
internal static partial class PlainText
{
    private const int LongestTitle = 140;

    /// <summary>Every line a paragraph, lines that begin with a dash a list; nothing in it is taken for a mark of Markdown.</summary>
    public static string ToMarkdown(string text)
    {
        var made = new StringBuilder();
        var inList = false;
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            var isItem = line.StartsWith("- ", StringComparison.Ordinal);
            if (made.Length > 0)
            {
                made.Append(isItem && inList ? "\n" : "\n\n");
            }
            made.Append(isItem ? "- " + Escape(line[2..]) : Escape(line));
            inList = isItem;
        }
        return made.ToString();
    }

    /// <summary>The first sentence, cut at a word where it is too long to be a title.</summary>
    public static string FirstSentence(string text)
    {
        var sentence = EndOfSentence().Match(text) is { Success: true } end ? text[..(end.Index + 1)] : text;
        sentence = sentence.Trim();
        if (sentence.Length <= LongestTitle)
        {
            return sentence;
        }
        var space = sentence.LastIndexOf(' ', LongestTitle);
        return sentence[..(space > 0 ? space : LongestTitle)].TrimEnd(',', ';', ':') + "…";
    }

    private static string Escape(string line) => Marks().Replace(line, @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>|~]|^[#+=-]", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    /// <summary>A full stop before a space or the end: not the one in 21.00 or gemeente.nl.</summary>
    [GeneratedRegex(@"[.?!](?=\s|$)", RegexOptions.None, 1000)]
    private static partial Regex EndOfSentence();
}
