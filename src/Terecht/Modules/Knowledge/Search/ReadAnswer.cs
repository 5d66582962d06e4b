using System.Text.RegularExpressions;
using Lucene.Net.Analysis;

namespace Terecht.Modules.Knowledge.Search;

/// <summary>The text of an answer as it is read for excerpts. Reading it costs more than finding it, so an index keeps it.</summary>
/// <param name="Tokens">Its words and their parts, in order.</param>
/// <param name="Sentences">Where each begins and ends.</param>
internal sealed partial record ReadAnswer(
    string Text,
    IReadOnlyList<Token> Tokens,
    IReadOnlyList<(int Start, int End)> Sentences
)
{
    public static ReadAnswer Of(AnswerText answer, Analyzer analyzer)
    {
        var text = answer.Summary + "\n" + answer.Body;
        return new ReadAnswer(
            text,
            Search.Tokens.Of(analyzer, Fields.Parts, text),
            [.. Sentence().Matches(text).Select(m => (m.Index, m.Index + m.Length))]
        );
    }

    /// <summary>Up to a full stop that is followed by a space, or the end of a line: 21.00 and gemeente.nl stay whole.</summary>
    [GeneratedRegex(@"\S[^\n]*?(?:[.?!](?=\s)|(?=\n)|$)", RegexOptions.None, 1000)]
    private static partial Regex Sentence();
}
