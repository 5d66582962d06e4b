using Terecht.Modules.Catalogue.Search;

namespace Terecht.Modules.Catalogue.Contracts;

internal sealed class CatalogueNow
{
    private readonly Dictionary<Guid, TopicCard> _topics;
    private readonly Dictionary<Guid, DistrictCard> _districts;
    private readonly Lazy<TopicIndex> _index;

    /// <param name="withTeam">The topics that have a team of their own.</param>
    public CatalogueNow(
        IReadOnlyList<TopicCard> topics,
        IReadOnlyList<DistrictCard> districts,
        IReadOnlyList<OutcomeCard> outcomes,
        IReadOnlyList<ChannelCard> channels,
        IReadOnlySet<Guid> withTeam
    )
    {
        (Topics, Districts, Outcomes, Channels) = (topics, districts, outcomes, channels);
        _topics = topics.ToDictionary(t => t.Id);
        _districts = districts.ToDictionary(d => d.Id);
        _index = new Lazy<TopicIndex>(() => new TopicIndex(topics, t => WithParents(t.Id).Any(withTeam.Contains)));
    }

    public IReadOnlyList<TopicCard> Topics { get; }
    public IReadOnlyList<DistrictCard> Districts { get; }
    public IReadOnlyList<OutcomeCard> Outcomes { get; }
    public IReadOnlyList<ChannelCard> Channels { get; }

    public TopicCard? FindTopic(Guid? id) => id is { } known ? _topics.GetValueOrDefault(known) : null;

    public DistrictCard? FindDistrict(Guid? id) => id is { } known ? _districts.GetValueOrDefault(known) : null;

    /// <summary>The topic itself and those above it, nearest first.</summary>
    public IEnumerable<Guid> WithParents(Guid topicId)
    {
        // No topic is above itself: the import sees to that. A count ends it all the same.
        Guid? at = topicId;
        for (var depth = 0; at is { } id && depth <= _topics.Count; depth++)
        {
            yield return id;
            at = FindTopic(id)?.ParentId;
        }
    }

    /// <summary>
    /// Topics that hold the beginning of every typed word, in any order, without case or accents: in their name, their
    /// keywords or the topic above. Where nothing does, one typing error in a word is forgiven. A topic with that very name
    /// comes first; then those that have a team, by how well they match.
    /// </summary>
    public IReadOnlyList<TopicCard> SearchTopics(Guid municipalityId, string text, int most) =>
        _index.Value.Search(municipalityId, text, most);
}
