using Terecht.Platform.Text;

namespace Terecht.Modules.Catalogue.Contracts;

internal sealed class CatalogueNow(
    IReadOnlyList<TopicCard> topics,
    IReadOnlyList<DistrictCard> districts,
    IReadOnlyList<OutcomeCard> outcomes,
    IReadOnlyList<ChannelCard> channels
)
{
    private readonly Dictionary<Guid, TopicCard> _topics = topics.ToDictionary(t => t.Id);
    private readonly Dictionary<Guid, DistrictCard> _districts = districts.ToDictionary(d => d.Id);
    private readonly Dictionary<Guid, (string Name, string All)> _words = topics.ToDictionary(
        t => t.Id,
        t => (" " + Fold.Of(t.Name), " " + Fold.Of($"{t.Name} {t.NameEn} {t.Keywords} {t.ParentName}"))
    );

    public IReadOnlyList<TopicCard> Topics => topics;
    public IReadOnlyList<DistrictCard> Districts => districts;
    public IReadOnlyList<OutcomeCard> Outcomes => outcomes;
    public IReadOnlyList<ChannelCard> Channels => channels;

    public TopicCard? FindTopic(Guid? id) => id is { } known ? _topics.GetValueOrDefault(known) : null;

    public DistrictCard? FindDistrict(Guid? id) => id is { } known ? _districts.GetValueOrDefault(known) : null;

    /// <summary>Topics whose words begin with the typed words, in any order; the name counts above keywords.</summary>
    public IReadOnlyList<TopicCard> SearchTopics(Guid municipalityId, string text, int most)
    {
        var words = Fold.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. topics
                .Where(t => t.MunicipalityId == municipalityId)
                .Select(t => (Topic: t, Score: Score(_words[t.Id], words)))
                .Where(t => t.Score > 0)
                .OrderByDescending(t => t.Score)
                .ThenBy(t => t.Topic.Name.Length)
                .ThenBy(t => t.Topic.Name, StringComparer.Ordinal)
                .Take(most)
                .Select(t => t.Topic),
        ];
    }

    private static int Score((string Name, string All) of, string[] words) =>
        words.All(w => of.Name.Contains(" " + w, StringComparison.Ordinal)) ? 2
        : words.All(w => of.All.Contains(" " + w, StringComparison.Ordinal)) ? 1
        : 0;
}
