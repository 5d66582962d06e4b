using Lucene.Net.Search.Similarities;

namespace Terecht.Modules.Knowledge.Search;

/// <summary>BM25, and a part of the score for the share of the words that an answer has.</summary>
internal sealed class AnswerSimilarity : BM25Similarity
{
    private const float Share = .3f;

    public override float Coord(int overlap, int maxOverlap) => 1 - Share + (Share * overlap / maxOverlap);
}
