using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Town;

namespace Terecht.Demo.History;

/// <summary>Chooses what is asked: by channel, season, and how common a topic is.</summary>
internal sealed class StoryBook
{
    /// <summary>The one that is told of the woman of the demo, and of nobody else.</summary>
    private const string ToldOnce = "maar kreeg een aanmaning van € 312,40";

    /// <summary>Most topics count once; these are what people ask all day.</summary>
    private static readonly Dictionary<string, double> Common = new()
    {
        ["paspoort"] = 5,
        ["identiteitskaart"] = 3,
        ["rijbewijs"] = 5,
        ["verhuizing"] = 5,
        ["uittreksel"] = 4,
        ["vermissing"] = 2,
        ["afspraak"] = 6,
        ["openingstijden"] = 4,
        ["website-digid"] = 2,
        ["stand-van-zaken"] = 4,
        ["medewerker-spreken"] = 3,
        ["andere-organisatie"] = 3,
        ["grofvuil"] = 5,
        ["afvalkalender"] = 3,
        ["container-niet-geleegd"] = 4,
        ["afvalpas"] = 3,
        ["milieustraat"] = 2.5,
        ["ondergrondse-container"] = 2.5,
        ["aanslag"] = 3,
        ["kwijtschelding"] = 3.5,
        ["aanmaning"] = 2,
        ["betalen-termijnen"] = 2,
        ["bijstand-aanvragen"] = 2.5,
        ["uitkering-betaling"] = 3,
        ["stadspas"] = 2,
        ["schulden"] = 1.5,
        ["hulp-in-huis"] = 4,
        ["hulpmiddelen"] = 2.5,
        ["wmo-vervoer"] = 2,
        ["gehandicaptenparkeerkaart"] = 2,
        ["parkeervergunning"] = 4,
        ["bezoekerspas"] = 3,
        ["parkeerboete"] = 2,
        ["straatlamp"] = 2.5,
        ["stoep-weg"] = 2,
        ["zwerfafval"] = 1.5,
        ["dumping"] = 2,
        ["riool-verstopt"] = 1.5,
        ["bouwvergunning"] = 2,
        ["geluidsoverlast"] = 1.5,
        ["foutparkeren"] = 1.5,
        ["trouwen"] = 1.5,
        ["vog"] = 2,
        ["bezwaar"] = 1.5,
    };

    private readonly Dictionary<(string Channel, int Month), IReadOnlyList<(Story, double)>> _weighted = [];
    private readonly IReadOnlyList<Story> _stories;
    private readonly ILookup<Guid?, Story> _promisesOf;
    private readonly Dictionary<Story, double> _weights;

    public StoryBook(Municipality town, IReadOnlyList<Story> stories)
    {
        _stories = [.. stories.Where(s => !s.Ask.Contains(ToldOnce, StringComparison.Ordinal))];
        var perTopic = _stories.GroupBy(s => s.Topic).ToDictionary(g => g.Key, g => g.Count());
        _weights = _stories.ToDictionary(s => s, s => Common.GetValueOrDefault(s.Topic, 0.9) / perTopic[s.Topic]);
        _promisesOf = _stories.Where(s => s.Promised > 0.05).ToLookup(s => town.Topics[s.Topic].TeamId);
        Verbeek = stories.First(s => s.Ask.Contains(ToldOnce, StringComparison.Ordinal));
    }

    public Story Verbeek { get; }

    public Story Any(string channel, LocalDate day, Dice dice)
    {
        // Seasons change slowly: one weighing for each half of a month.
        var key = (channel, (day.Month * 2) + (day.Day / 16));
        if (!_weighted.TryGetValue(key, out var weighted))
        {
            _weighted[key] = weighted = [
                .. _stories
                    .Where(s => s.Channel.Contains(channel))
                    .Select(s => (s, _weights[s] * Seasons.Weight(s, day)))
                    .Where(s => s.Item2 > 0),
            ];
        }
        return dice.Weighted(weighted);
    }

    /// <summary>Stories of a team that end in a promise, in an order of chance.</summary>
    public IReadOnlyList<Story> PromisesOf(Guid team, LocalDate day, Dice dice)
    {
        var stories = _promisesOf[team].Where(s => Seasons.Weight(s, day) > 0).ToList();
        dice.Shuffle(stories);
        return stories;
    }
}
