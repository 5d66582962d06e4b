using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Terecht.Modules.Knowledge.Search;

/// <summary>From what was typed to what is looked for.</summary>
internal sealed class QueryReader(IndexReader reader, Analyzer analyzer)
{
    private const int MostWords = 40;
    private const int MostOthers = 24;

    /// <summary>A word that only may be meant weighs less than one that was typed.</summary>
    private const float FinishedWeight = .7f;
    private const float MendedWeight = .8f;

    /// <summary>What was typed is a word already: most likely it is the one that is meant.</summary>
    private const float LongerWeight = .3f;

    /// <summary>A shorter word has too many neighbours.</summary>
    private const int ShortestMended = 4;
    private const int ShortestFinished = 2;

    private readonly WordFinder _finder = new(reader);

    /// <summary>Null where the text holds no word to look for.</summary>
    public Wanted? Read(string text)
    {
        var words = Tokens.Texts(analyzer, Fields.Words, text).Take(MostWords).ToList();
        var stillTyping = text.Length > 0 && char.IsLetterOrDigit(text[^1]);
        var all = new BooleanQuery();
        var stems = new Dictionary<string, float>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            var options = Options(words[i], stillTyping && i == words.Count - 1, stems);
            if (options.Disjuncts.Count > 0)
            {
                all.Add(options, Occur.SHOULD);
            }
        }
        return all.Clauses.Count == 0 ? null : new Wanted(all, stems);
    }

    /// <summary>What one word may stand for; the best of them counts.</summary>
    private DisjunctionMaxQuery Options(string word, bool unfinished, Dictionary<string, float> stems)
    {
        var options = new DisjunctionMaxQuery(0);
        var stem = StemOf(word);
        if (stem is not null)
        {
            options.Add(Query(word, stem, 1, stems));
        }

        var (others, weight) = Others(word, unfinished, isWord: stem is null || In(stem) > 0);
        var likely = others
            .Select(o => (Word: o, Stem: StemOf(o)))
            .Where(o => o.Stem is not null && o.Stem != stem)
            .DistinctBy(o => o.Stem, StringComparer.Ordinal)
            .Select(o => (o.Word, Stem: o.Stem!, In: In(o.Stem!)))
            .OrderByDescending(o => o.In)
            .ThenBy(o => o.Stem, StringComparer.Ordinal)
            .Take(MostOthers)
            .ToList();
        foreach (var other in likely)
        {
            // All weigh as the commonest of them: the rarest word that begins so is not the likeliest.
            var boost = weight * Tells(likely[0].In) / Tells(other.In);
            options.Add(Query(other.Word, other.Stem, boost, stems));
        }
        return options;
    }

    private BooleanQuery Query(string word, string stem, float boost, Dictionary<string, float> stems)
    {
        var query = new BooleanQuery(disableCoord: true) { Boost = boost };
        foreach (var (field, weight) in Fields.Weights)
        {
            query.Add(new TermQuery(new Term(field, stem)) { Boost = weight }, Occur.SHOULD);
        }
        foreach (var part in Tokens.Texts(analyzer, Fields.Parts, word).Distinct(StringComparer.Ordinal))
        {
            query.Add(new TermQuery(new Term(Fields.Parts, part)) { Boost = Fields.PartsWeight }, Occur.SHOULD);
            stems[part] = Tells(In(part));
        }
        return query;
    }

    private string? StemOf(string word) => Tokens.Texts(analyzer, Fields.Text, word).FirstOrDefault();

    private (List<string> Words, float Weight) Others(string word, bool unfinished, bool isWord)
    {
        if (unfinished && word.Length >= ShortestFinished)
        {
            var finished = _finder.Beginning(word);
            return finished.Count > 0 || word.Length < ShortestMended
                ? (finished, isWord ? LongerWeight : FinishedWeight)
                : (_finder.BeginningNearly(word), FinishedWeight);
        }
        return !isWord && word.Length >= ShortestMended ? (_finder.Nearly(word), MendedWeight) : ([], 0);
    }

    /// <summary>How many answers have it, wherever it stands.</summary>
    private int In(string stem) => reader.DocFreq(new Term(Fields.Parts, stem));

    /// <summary>How much a word tells that is in so many answers: BM25's own measure.</summary>
    private float Tells(int count) => (float)Math.Log(1 + ((reader.NumDocs - count + .5) / (count + .5)));
}
