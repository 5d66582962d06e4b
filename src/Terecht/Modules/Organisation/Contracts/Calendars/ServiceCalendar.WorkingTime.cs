using NodaTime;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.Contracts.Calendars;

/// <summary>Working time: elapsed seconds inside open blocks, so also right across clock changes.</summary>
internal sealed partial class ServiceCalendar
{
    /// <summary>A calendar that stays closed for longer than this is taken never to open again.</summary>
    public const int LongestClosedDays = 366;

    /// <summary>The open time between two instants; zero when the second is not later.</summary>
    public Duration WorkingTime(Instant from, Instant to)
    {
        var total = Duration.Zero;
        if (to <= from)
        {
            return total;
        }

        var last = to.Local().Date;
        for (var date = from.Local().Date; date <= last; date = date.PlusDays(1))
        {
            foreach (var span in OpenSpans(date))
            {
                var start = Instant.Max(span.Start, from);
                var end = Instant.Min(span.End, to);
                if (start < end)
                {
                    total += end - start;
                }
            }
        }

        return total;
    }

    /// <summary>The first instant from here on at which it is open: this one when it is open now. Null when it never opens again.</summary>
    public Instant? NextOpening(Instant from)
    {
        foreach (var span in SpansFrom(from))
        {
            return span.Start;
        }

        return null;
    }

    /// <summary>
    /// The instant by which so much working time has passed. Running out at a closing time is that closing time,
    /// not the next opening. Null when it never opens long enough.
    /// </summary>
    public Instant? AddWorkingTime(Instant from, Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        if (time == Duration.Zero)
        {
            return from;
        }

        var left = time;
        foreach (var span in SpansFrom(from))
        {
            if (left <= span.Duration)
            {
                return span.Start + left;
            }

            left -= span.Duration;
        }

        return null;
    }

    /// <summary>
    /// The instant after which so much working time is left until another. Running out at an opening is that
    /// opening, not the closing before it. Null when it was never open long enough.
    /// </summary>
    public Instant? SubtractWorkingTime(Instant until, Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        if (time == Duration.Zero)
        {
            return until;
        }

        var left = time;
        foreach (var span in SpansBefore(until))
        {
            if (left <= span.Duration)
            {
                return span.End - left;
            }

            left -= span.Duration;
        }

        return null;
    }

    /// <summary>The first working day after a date, or null.</summary>
    public LocalDate? NextWorkingDay(LocalDate after)
    {
        for (var days = 1; days <= LongestClosedDays; days++)
        {
            if (IsWorkingDay(after.PlusDays(days)))
            {
                return after.PlusDays(days);
            }
        }

        return null;
    }

    /// <summary>How many working days lie strictly between two dates.</summary>
    public int WorkingDaysBetween(LocalDate after, LocalDate before)
    {
        var count = 0;
        for (var date = after.PlusDays(1); date < before; date = date.PlusDays(1))
        {
            count += IsWorkingDay(date) ? 1 : 0;
        }

        return count;
    }

    private IEnumerable<Interval> SpansFrom(Instant from)
    {
        var closedDays = 0;
        for (var date = from.Local().Date; closedDays <= LongestClosedDays; date = date.PlusDays(1))
        {
            var spans = OpenSpans(date);
            closedDays = spans.Count == 0 ? closedDays + 1 : 0;
            foreach (var span in spans.Where(s => s.End > from))
            {
                yield return new Interval(Instant.Max(span.Start, from), span.End);
            }
        }
    }

    private IEnumerable<Interval> SpansBefore(Instant until)
    {
        var closedDays = 0;
        for (var date = until.Local().Date; closedDays <= LongestClosedDays; date = date.PlusDays(-1))
        {
            var spans = OpenSpans(date);
            closedDays = spans.Count == 0 ? closedDays + 1 : 0;
            foreach (var span in spans.Reverse().Where(s => s.Start < until))
            {
                yield return new Interval(span.Start, Instant.Min(span.End, until));
            }
        }
    }
}
