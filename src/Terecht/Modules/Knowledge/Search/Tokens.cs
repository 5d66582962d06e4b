using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Terecht.Modules.Knowledge.Search;

/// <param name="Start">Where it stands in the text.</param>
/// <param name="End">The place after it.</param>
internal readonly record struct Token(string Text, int Start, int End);

/// <summary>The words that an analyser makes of a text.</summary>
internal static class Tokens
{
    public static List<Token> Of(Analyzer analyzer, string field, string text)
    {
        var tokens = new List<Token>();
        using var stream = analyzer.GetTokenStream(field, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var place = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            tokens.Add(new Token(term.ToString(), place.StartOffset, place.EndOffset));
        }
        stream.End();
        return tokens;
    }

    public static IEnumerable<string> Texts(Analyzer analyzer, string field, string text) =>
        Of(analyzer, field, text).Select(t => t.Text);
}
