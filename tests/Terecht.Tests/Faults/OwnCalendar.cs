using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Terecht.Platform.Time;

namespace Terecht.Tests.Faults;

/// <summary>Opening hours drawn at random, counted minute by minute: slow and simple, so that it owes nothing to the product.</summary>
internal sealed class OwnCalendar
{
    private const int Day = 24 * 60;
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private readonly List<(int From, int To)>[] _week;
    private readonly List<(LocalDate Date, int From, int To)> _closed = [];

    public OwnCalendar(Random chance, LocalDate from)
    {
        _week = [.. Names.Select(_ => Blocks(chance))];
        // Open some day at least.
        _week[chance.Next(7)] = [(8 * 60, (17 * 60) + 5)];
        for (var date = from; date < from.PlusDays(40); date = date.PlusDays(1))
        {
            switch (chance.Next(8))
            {
                case < 2:
                    _closed.Add((date, 0, Day));
                    break;
                case 2:
                    var start = chance.Next(6, 18) * 60;
                    _closed.Add((date, start, chance.Next(2) == 0 ? Day : start + 95));
                    break;
            }
        }
    }

    private static List<(int From, int To)> Blocks(Random chance) =>
        chance.Next(5) switch
        {
            0 => [],
            1 => [(chance.Next(6, 10) * 60, 12 * 60), ((12 * 60) + 35, chance.Next(15, 20) * 60)],
            2 => [(19 * 60, Day)],
            _ => [(chance.Next(6, 10) * 60, (chance.Next(14, 22) * 60) + chance.Next(60))],
        };

    /// <summary>At this time on the first day after this one on which it is ever open.</summary>
    public Instant NextWorkingDay(LocalDate made, LocalTime at) =>
        (NextOpen(made) + at).InZoneStrictly(Zone).ToInstant();

    /// <summary>When it closes for the last time on the so manieth open day after this one.</summary>
    public Instant WithinWorkingDays(LocalDate made, int days)
    {
        var date = made;
        for (var i = 0; i < days; i++)
        {
            date = NextOpen(date);
        }
        var closes = Array.LastIndexOf(Minutes(date), true) + 1;
        return (date.AtMidnight() + Period.FromMinutes(closes)).InZoneStrictly(Zone).ToInstant();
    }

    public string Json(string code, string name)
    {
        var weekly = new JsonObject(
            _week.Select(
                (blocks, i) =>
                    KeyValuePair.Create(
                        Names[i],
                        (JsonNode?)
                            new JsonArray([.. blocks.Select(b => (JsonNode?)new JsonArray(Time(b.From), Time(b.To)))])
                    )
            )
        );
        var closures = new JsonArray([
            .. _closed.Select(c =>
            {
                var closure = new JsonObject { ["date"] = LocalDatePattern.Iso.Format(c.Date), ["name"] = "Dicht" };
                if (c.To - c.From < Day)
                {
                    (closure["from"], closure["to"]) = (Time(c.From), Time(c.To));
                }
                return (JsonNode?)closure;
            }),
        ]);
        return new JsonObject
        {
            ["code"] = code,
            ["name"] = name,
            ["weekly"] = weekly,
            ["closures"] = closures,
        }.ToJsonString();
    }

    private static DateTimeZone Zone => Amsterdam.Zone;

    private LocalDate NextOpen(LocalDate after)
    {
        var date = after.PlusDays(1);
        while (!Minutes(date).Contains(true))
        {
            date = date.PlusDays(1);
        }
        return date;
    }

    /// <summary>Whether it is open, for each minute of a day.</summary>
    private bool[] Minutes(LocalDate date)
    {
        var open = new bool[Day];
        foreach (var (from, to) in _week[(int)date.DayOfWeek - 1])
        {
            Array.Fill(open, true, from, to - from);
        }
        foreach (var (_, from, to) in _closed.Where(c => c.Date == date))
        {
            Array.Fill(open, false, from, to - from);
        }
        return open;
    }

    private static string Time(int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
