using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Platform.Time;

namespace Terecht.Demo.Chance;

/// <summary>Instants at which people are at work.</summary>
internal static class OpenMoment
{
    /// <summary>An instant between two others while the calendar is open; null when it never is.</summary>
    public static Instant? Between(ServiceCalendar calendar, Instant from, Instant to, Dice dice)
    {
        var spans = Spans(calendar, from, to).ToList();
        var total = spans.Sum(s => Seconds(s));
        if (total <= 0)
        {
            return null;
        }
        var at = (long)(dice.Unit() * total);
        foreach (var span in spans)
        {
            if (at < Seconds(span))
            {
                return span.Start + Duration.FromSeconds(at);
            }
            at -= Seconds(span);
        }
        return null;
    }

    /// <summary>Several of them, earliest first; fewer when it is not open long enough.</summary>
    public static IReadOnlyList<Instant> Several(
        ServiceCalendar calendar,
        Instant from,
        Instant to,
        int count,
        Dice dice
    ) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => Between(calendar, from, to, dice))
                .OfType<Instant>()
                .Distinct()
                .Order(),
        ];

    /// <summary>The open parts between two instants.</summary>
    private static IEnumerable<Interval> Spans(ServiceCalendar calendar, Instant from, Instant to)
    {
        var last = to.Local().Date;
        for (var date = from.Local().Date; date <= last; date = date.PlusDays(1))
        {
            foreach (var span in calendar.OpenSpans(date))
            {
                var (start, end) = (Instant.Max(span.Start, from), Instant.Min(span.End, to));
                if (start < end)
                {
                    yield return new Interval(start, end);
                }
            }
        }
    }

    private static long Seconds(Interval span) => (long)span.Duration.TotalSeconds;
}
