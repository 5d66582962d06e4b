using NodaTime;
using Terecht.Demo.Town;

namespace Terecht.Demo.History;

/// <summary>When in the year a story is told, and how often; a story without a season is told all year.</summary>
internal static class Seasons
{
    private static readonly (string Word, int From, int To)[] Words =
    [
        ("het Pinksteren", 510, 605),
        ("met Hemelvaart", 420, 525),
        ("tweede paasdag", 220, 415),
        ("met Koningsdag", 105, 415),
        ("oliebollenkraam", 610, 1110),
        ("vuurwerk", 1110, 115),
        ("glad als een spiegel", 1125, 228),
        ("wespen", 625, 1010),
        ("de kerst niet", 110, 430),
        ("elke bui een meer", 920, 310),
        ("verkiezingen", 225, 320),
        ("muziek in het park", 501, 930),
        ("terras in de zomer", 301, 710),
        ("vakantiegeld", 415, 610),
        ("zonder werk tot september", 301, 801),
        ("op 3 maart al betaald", 310, 720),
        ("in februari bezwaar", 320, 1231),
        ("in maart overleden", 320, 1031),
        ("een collecte houden in mei", 110, 430),
        ("bloemenstrook", 501, 1001),
        ("een meter hoog", 501, 1001),
        ("veertig minuten in de kou", 1101, 331),
        ("in juni naar Breda", 701, 1231),
        ("mantelzorgcompliment", 801, 1101),
        ("rivier staat hoog", 1101, 331),
    ];

    /// <summary>Topics of which more is asked in some months.</summary>
    private static readonly Dictionary<string, (int From, int To, double Times)> Topics = new()
    {
        ["aanslag"] = (220, 430, 4),
        ["kwijtschelding"] = (301, 630, 1.8),
        ["betalen-termijnen"] = (301, 615, 2),
        ["woz-waarde"] = (220, 410, 4),
        ["belasting-bezwaar"] = (301, 430, 2),
        ["paspoort"] = (401, 715, 1.5),
        ["hondenbelasting"] = (220, 430, 2),
        ["groenonderhoud"] = (501, 1015, 2),
        ["energietoeslag"] = (1001, 301, 2),
    };

    public static double Weight(Story story, LocalDate day)
    {
        foreach (var (word, from, to) in Words)
        {
            if (story.Ask.Contains(word, StringComparison.Ordinal))
            {
                return IsIn(day, from, to) ? 1 : 0;
            }
        }
        return Topics.TryGetValue(story.Topic, out var season) && IsIn(day, season.From, season.To) ? season.Times : 1;
    }

    /// <param name="from">Month and day as 510 for 10 May; a season may go over the end of the year.</param>
    private static bool IsIn(LocalDate day, int from, int to)
    {
        var date = (day.Month * 100) + day.Day;
        return from <= to ? date >= from && date <= to : date >= from || date <= to;
    }
}
