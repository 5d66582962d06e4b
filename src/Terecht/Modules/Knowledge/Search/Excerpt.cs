using System.Text.RegularExpressions;
using Terecht.Modules.Knowledge.Contracts;

namespace Terecht.Modules.Knowledge.Search;

/// <summary>The passage of an answer that fits best: plain text in parts, so that only the page makes HTML of it.</summary>
internal static partial class Excerpt
{
    private const int Most = 220;

    public static IReadOnlyList<TextPart> Of(ReadAnswer answer, Wanted? wanted)
    {
        var (text, _, sentences) = answer;
        var matches = wanted is null ? [] : answer.Tokens.Where(t => wanted.Stems.ContainsKey(t.Text)).ToList();
        if (sentences.Count == 0)
        {
            return [];
        }

        var best = sentences.MaxBy(s => Tells(matches, s.Start, s.End, wanted));
        var (start, end) = best;
        // What follows on the same line belongs to it; the next line may be a heading.
        var line = text.IndexOf('\n', start) is var at and >= 0 ? at : text.Length;
        foreach (
            var (_, next) in sentences
                .Where(s => s.Start >= best.End)
                .TakeWhile(s => s.End <= Math.Min(line, best.Start + Most))
        )
        {
            end = next;
        }
        if (end - start > Most)
        {
            (start, end) = Narrow(text, start, end, matches);
        }
        return Parts(text, start, end, matches, start > best.Start, end < best.End);
    }

    private static float Tells(List<Token> matches, int start, int end, Wanted? wanted) =>
        matches
            .Where(m => m.Start >= start && m.End <= end)
            .Select(m => m.Text)
            .Distinct(StringComparer.Ordinal)
            .Sum(stem => wanted!.Stems[stem]);

    /// <summary>A long sentence is cut at spaces, around its first match.</summary>
    private static (int Start, int End) Narrow(string text, int start, int end, List<Token> matches)
    {
        var first = matches.Find(m => m.Start >= start && m.End <= end);
        if (first.End - start > Most)
        {
            var wish = Math.Max(start, first.Start - (Most / 3));
            var space = text.IndexOf(' ', wish);
            start = space >= 0 && space < first.Start ? space + 1 : first.Start;
        }
        if (end - start > Most)
        {
            var space = text.LastIndexOf(' ', start + Most, Most);
            end = space > start ? space : start + Most;
        }
        return (start, end);
    }

    private static List<TextPart> Parts(
        string text,
        int start,
        int end,
        List<Token> matches,
        bool cutLeft,
        bool cutRight
    )
    {
        var parts = new List<TextPart>();
        var at = start;
        foreach (var match in matches.Where(m => m.Start >= start && m.End <= end))
        {
            if (match.Start < at)
            {
                continue;
            }
            Add(text[at..match.Start], false);
            Add(text[match.Start..match.End], true);
            at = match.End;
        }
        Add(text[at..end], false);
        if (cutLeft)
        {
            parts.Insert(0, new TextPart("… ", false));
        }
        if (cutRight)
        {
            parts.Add(new TextPart(" …", false));
        }
        return parts;

        void Add(string piece, bool isMatch)
        {
            if (piece.Length > 0)
            {
                parts.Add(new TextPart(Spaces().Replace(piece, " "), isMatch));
            }
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
