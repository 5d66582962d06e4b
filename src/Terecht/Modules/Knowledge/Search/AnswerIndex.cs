using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Terecht.Modules.Knowledge.Search.Analysis;

namespace Terecht.Modules.Knowledge.Search;

/// <summary>
/// All answers of one municipality in one language, in memory. Made in one go and never changed: the same rows give the same
/// order on every node, which an index that is patched does not (what was deleted still counts in its statistics).
/// </summary>
#pragma warning disable CA1001 // It holds memory and nothing else, and a search may still be in it when the next one is there.
internal sealed class AnswerIndex
#pragma warning restore CA1001
{
    private const int Candidates = 60;

    private static readonly FieldType AsWritten = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_ONLY,
    };

    private readonly IReadOnlyList<AnswerText> _answers;
    private readonly IndexSearcher _searcher;
    private readonly Analyzer _analyzer;
    private readonly QueryReader _query;

    /// <summary>What was shown before; most answers never are.</summary>
    private readonly ReadAnswer?[] _read;

    /// <param name="answers">In the order in which equals are shown.</param>
    public AnswerIndex(string language, IReadOnlyList<AnswerText> answers)
    {
        _answers = answers;
        _read = new ReadAnswer?[answers.Count];
        _analyzer = new PerFieldAnalyzerWrapper(
            Analyzers.Stems(language),
            new Dictionary<string, Analyzer>(StringComparer.Ordinal)
            {
                [Fields.Parts] = Analyzers.Parts(language, WordsOf(answers)),
                [Fields.Words] = Analyzers.Words(),
            }
        );
        var similarity = new AnswerSimilarity();
        var directory = new RAMDirectory();
        var settings = new IndexWriterConfig(Analyzers.Version, _analyzer) { Similarity = similarity };
        using (var writer = new IndexWriter(directory, settings))
        {
            foreach (var answer in answers)
            {
                writer.AddDocument(Document(answer));
            }
            // One segment: the number of a document is its place in the list.
            writer.ForceMerge(1);
        }
        _searcher = new IndexSearcher(DirectoryReader.Open(directory)) { Similarity = similarity };
        _query = new QueryReader(_searcher.IndexReader, _analyzer);
    }

    /// <param name="weigh">What an answer's score is multiplied by.</param>
    public IReadOnlyList<FoundAnswer> Search(string text, int most, Func<AnswerText, float> weigh)
    {
        var wanted = _query.Read(text);
        var found = wanted is null
            ? _answers.Select((answer, place) => (Place: place, Score: weigh(answer)))
            : Best(wanted.Query, Math.Max(Candidates, most))
                .Select(d => (Place: d.Doc, Score: d.Score * weigh(_answers[d.Doc])));
        return
        [
            .. found
                .OrderByDescending(f => f.Score)
                .ThenBy(f => f.Place)
                .Take(most)
                .Select(f => new FoundAnswer(_answers[f.Place], Excerpt.Of(Read(f.Place), wanted))),
        ];
    }

    /// <summary>
    /// In the order of the documents: out of order Lucene first makes a table of thousands of objects, more work than
    /// looking through all the answers of a municipality.
    /// </summary>
    private ScoreDoc[] Best(Query query, int most)
    {
        var collector = TopScoreDocCollector.Create(most, docsScoredInOrder: true);
        _searcher.Search(query, collector);
        return collector.GetTopDocs().ScoreDocs;
    }

    /// <summary>Two that ask at once may both read it: cheaper than making one wait.</summary>
    private ReadAnswer Read(int place) => _read[place] ??= ReadAnswer.Of(_answers[place], _analyzer);

    /// <summary>Words that may be a part of a compound: those that two answers have. A larger list gave nothing more.</summary>
    private static HashSet<string> WordsOf(IReadOnlyList<AnswerText> answers)
    {
        using var words = Analyzers.Words();
        var once = new HashSet<string>(StringComparer.Ordinal);
        var more = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            foreach (var word in Tokens.Texts(words, Fields.Words, answer.Everything).ToHashSet(StringComparer.Ordinal))
            {
                if (!once.Add(word))
                {
                    more.Add(word);
                }
            }
        }
        return more;
    }

    private static Document Document(AnswerText answer) =>
        [
            new TextField(Fields.Title, answer.HasOwnTitle ? answer.Title : "", Field.Store.NO),
            new TextField(Fields.Summary, answer.Summary, Field.Store.NO),
            new TextField(Fields.Text, answer.Summary + "\n" + answer.Body, Field.Store.NO),
            new TextField(Fields.Subjects, answer.Subjects, Field.Store.NO),
            new TextField(Fields.Parts, answer.Everything, Field.Store.NO),
            new Field(Fields.Words, answer.Everything, AsWritten),
        ];
}
