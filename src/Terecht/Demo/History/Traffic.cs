using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Platform.Time;

namespace Terecht.Demo.History;

/// <summary>How many contacts come on a day, and when: a peak on Monday, on the first day after a closed one, and at ten.</summary>
internal static class Traffic
{
    private static readonly Dictionary<IsoDayOfWeek, double> OfDay = new()
    {
        [IsoDayOfWeek.Monday] = 1.25,
        [IsoDayOfWeek.Tuesday] = 1.08,
        [IsoDayOfWeek.Wednesday] = 0.92,
        [IsoDayOfWeek.Thursday] = 1.0,
        [IsoDayOfWeek.Friday] = 0.83,
        [IsoDayOfWeek.Saturday] = 0.45,
    };

    // By hour, from seven in the morning.
    private static readonly double[] OfHour =
    [
        0.4,
        0.65,
        1.2,
        1.4,
        1.25,
        0.8,
        1.05,
        1.1,
        0.95,
        0.75,
        0.4,
        0.25,
        0.2,
        0.1,
    ];
    private const int FirstHour = 7;
    private const double Busiest = 1.4;

    /// <summary>Starts of the contacts of a day, earliest first.</summary>
    public static IReadOnlyList<Instant> Of(ServiceCalendar calendar, LocalDate day, double usual, Dice dice)
    {
        if (calendar.OpenSpans(day) is not { Count: > 0 } spans)
        {
            return [];
        }
        var open = spans.Sum(s => s.Duration.TotalHours);
        var usualHours = calendar.OpenSpans(LastOpenLike(calendar, day)).Sum(s => s.Duration.TotalHours);
        var afterClosed = !calendar.IsWorkingDay(day.PlusDays(-1)) && day.DayOfWeek != IsoDayOfWeek.Monday ? 1.15 : 1.0;
        var count = usual * OfDay.GetValueOrDefault(day.DayOfWeek, 0.4) * afterClosed * (0.9 + (0.2 * dice.Unit()));
        // A day that closes early has fewer.
        count *= Math.Min(1, open / Math.Max(usualHours, 1));
        return [.. Enumerable.Range(0, (int)count).Select(_ => Moment(spans, dice)).Order()];
    }

    private static Instant Moment(IReadOnlyList<Interval> spans, Dice dice)
    {
        while (true)
        {
            var span = dice.Weighted([.. spans.Select(s => (s, s.Duration.TotalSeconds))]);
            var at = span.Start + Duration.FromSeconds(dice.Below((int)span.Duration.TotalSeconds));
            var hour = Math.Clamp(at.Local().Hour - FirstHour, 0, OfHour.Length - 1);
            if (dice.Chance(OfHour[hour] / Busiest))
            {
                return at;
            }
        }
    }

    /// <summary>The same weekday of another week, for how long it is open as a rule.</summary>
    private static LocalDate LastOpenLike(ServiceCalendar calendar, LocalDate day)
    {
        for (var weeks = 1; weeks < 8; weeks++)
        {
            var other = day.PlusWeeks(-weeks);
            if (calendar.IsWorkingDay(other) && calendar.ClosureName(other) is null)
            {
                return other;
            }
        }
        return day;
    }
}
