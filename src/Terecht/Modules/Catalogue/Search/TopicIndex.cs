using Terecht.Modules.Catalogue.Contracts;
using Terecht.Platform.Text;

namespace Terecht.Modules.Catalogue.Search;

/// <summary>The words of all topics, folded once.</summary>
internal sealed class TopicIndex
{
    private readonly ILookup<Guid, Entry> _byMunicipality;

    public TopicIndex(IReadOnlyList<TopicCard> topics, Func<TopicCard, bool> hasTeam) =>
        _byMunicipality = topics.ToLookup(
            t => t.MunicipalityId,
            t => new Entry(
                t,
                hasTeam(t),
                Fold.Of(t.Name),
                [
                    .. Words(t.Name, Field.Name),
                    .. Words(t.NameEn, Field.NameEn),
                    .. Words(t.Keywords, Field.Keywords),
                    .. Words(t.ParentName ?? "", Field.Parent),
                ]
            )
        );

    public IReadOnlyList<TopicCard> Search(Guid municipalityId, string text, int most)
    {
        var folded = Fold.Of(text);
        var typed = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = Ranked(municipalityId, folded, typed, WordMatch.Plain, most);
        return found.Count > 0 ? found : Ranked(municipalityId, folded, typed, WordMatch.Forgiving, most);
    }

    private List<TopicCard> Ranked(
        Guid municipalityId,
        string folded,
        string[] typed,
        Func<string, Word, int> match,
        int most
    ) =>
        [
            .. _byMunicipality[municipalityId]
                .Select(entry => (Entry: entry, Score: Score(entry, typed, match)))
                .Where(found => found.Score is not null)
                .OrderByDescending(found => found.Entry.Name == folded)
                .ThenByDescending(found => found.Entry.HasTeam)
                .ThenByDescending(found => found.Score)
                .ThenBy(found => found.Entry.Topic.Name.Length)
                .ThenBy(found => found.Entry.Topic.Name, StringComparer.Ordinal)
                .Take(most)
                .Select(found => found.Entry.Topic),
        ];

    /// <summary>The sum over the typed words of the best place where each is found; null when one is nowhere.</summary>
    private static int? Score(Entry entry, string[] typed, Func<string, Word, int> match)
    {
        var sum = 0;
        foreach (var word in typed)
        {
            var best = 0;
            foreach (var own in entry.Words)
            {
                best = Math.Max(best, match(word, own));
            }
            if (best == 0)
            {
                return null;
            }
            sum += best;
        }
        return sum;
    }

    private static IEnumerable<Word> Words(string text, Field field) =>
        Fold.Of(text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .Select(word => new Word(word, field));

    private sealed record Entry(TopicCard Topic, bool HasTeam, string Name, Word[] Words);
}
