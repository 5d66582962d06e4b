using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;
using Snowball = Lucene.Net.Tartarus.Snowball.Ext.DutchStemmer;

namespace Terecht.Modules.Knowledge.Search.Analysis;

/// <summary>How text becomes words that can be compared.</summary>
internal static class Analyzers
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>Words of questions that no answer is about. Rare in answers, so they would weigh heavily.</summary>
    private static readonly CharArraySet DutchStops = new(
        Version,
        [
            .. DutchAnalyzer.DefaultStopSet,
            .. "waar waarom waarvoor wanneer welk welke hoeveel hoelang mag mogen moeten gaat gaan krijg krijgt krijgen vind vinden".Split(
                ' '
            ),
        ],
        ignoreCase: true
    );

    /// <summary>Words as they are written, in small letters without accents.</summary>
    public static Analyzer Words() => Analyzer.NewAnonymous((_, reader) => Plain(reader));

    /// <summary>Stems without stop words. Dutch by Snowball and <see cref="SoftEndings"/>, English by Porter.</summary>
    public static Analyzer Stems(string language) =>
        language == "en" ? Chain(English) : Chain(words => DutchStems(words));

    /// <summary>Stems, with those of the parts of Dutch compounds beside them.</summary>
    /// <param name="words">What a part may be.</param>
    public static Analyzer Parts(string language, HashSet<string> words) =>
        language == "en" ? Chain(English) : Chain(text => DutchStems(text, words));

    private static Analyzer Chain(Func<TokenStream, TokenStream> rest) =>
        Analyzer.NewAnonymous(
            (_, reader) =>
            {
                var plain = Plain(reader);
                return new TokenStreamComponents(plain.Tokenizer, rest(plain.TokenStream));
            }
        );

    private static TokenStreamComponents Plain(TextReader reader)
    {
        var source = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(source, new ASCIIFoldingFilter(new LowerCaseFilter(Version, source)));
    }

    private static PorterStemFilter English(TokenStream words) =>
        new(new StopFilter(Version, new EnglishPossessiveFilter(Version, words), EnglishAnalyzer.DefaultStopSet));

    private static SoftEndings DutchStems(TokenStream words, HashSet<string>? parts = null)
    {
        TokenStream kept = new StopFilter(Version, words, DutchStops);
        if (parts is not null)
        {
            kept = new CompoundParts(kept, parts);
        }
        return new SoftEndings(new SnowballFilter(kept, new Snowball()));
    }
}
