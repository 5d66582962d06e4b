using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;

namespace Terecht.Tests.Modules.Organisation.Calendars;

/// <summary>
/// The same questions answered a second way: minute by minute, with the European clock rule written out and not one
/// line shared with the product. Slow and plain on purpose.
/// </summary>
internal sealed class NaiveCalendar(
    IReadOnlyDictionary<int, List<(int From, int To)>> week,
    IReadOnlyList<(int Year, int Month, int Day, int From, int To)> closures
)
{
    /// <summary>Minutes since 1970 in UTC to minutes since 1970 on the Dutch clock.</summary>
    public static long LocalMinute(long utcMinute)
    {
        var year = DateTime.UnixEpoch.AddMinutes(utcMinute).Year;
        var summer = utcMinute >= LastSundayAtOneUtc(year, 3) && utcMinute < LastSundayAtOneUtc(year, 10);
        return utcMinute + (summer ? 120 : 60);
    }

    public bool IsOpen(long utcMinute)
    {
        var local = DateTime.UnixEpoch.AddMinutes(LocalMinute(utcMinute));
        return IsOpenLocally(local, (local.Hour * 60) + local.Minute);
    }

    /// <summary>A minute that the clock skips is no opening, so the minutes that pass are looked at, not those of a dial.</summary>
    public bool IsWorkingDay(DateTime date)
    {
        var midnight = (long)(date.Date - DateTime.UnixEpoch).TotalMinutes;
        for (var minute = midnight - 120; minute < midnight + 1440; minute++)
        {
            if (DateTime.UnixEpoch.AddMinutes(LocalMinute(minute)).Date == date.Date && IsOpen(minute))
            {
                return true;
            }
        }

        return false;
    }

    public long OpenMinutes(long fromUtcMinute, long toUtcMinute)
    {
        long count = 0;
        for (var minute = fromUtcMinute; minute < toUtcMinute; minute++)
        {
            count += IsOpen(minute) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The first minute by which so many open minutes have passed.</summary>
    public long After(long utcMinute, long openMinutes)
    {
        var left = openMinutes;
        var minute = utcMinute;
        while (left > 0)
        {
            left -= IsOpen(minute) ? 1 : 0;
            minute++;
        }

        return minute;
    }

    /// <summary>The last minute from which so many open minutes are left.</summary>
    public long Before(long utcMinute, long openMinutes)
    {
        var left = openMinutes;
        var minute = utcMinute;
        while (left > 0)
        {
            minute--;
            left -= IsOpen(minute) ? 1 : 0;
        }

        return minute;
    }

    /// <summary>The same calendar for the product to answer with.</summary>
    public ServiceCalendar ForTheProduct() =>
        TestCalendars.Of(
            new OpeningHours(
                week.ToDictionary(
                    day => (IsoDayOfWeek)day.Key,
                    IReadOnlyList<OpenBlock> (day) => [.. day.Value.Select(block => Block(block.From, block.To))]
                )
            ),
            [.. closures.Select(c => new Closure(new LocalDate(c.Year, c.Month, c.Day), Block(c.From, c.To), "dicht"))]
        );

    private bool IsOpenLocally(DateTime date, int minute)
    {
        var weekday = date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;
        if (!week.TryGetValue(weekday, out var blocks) || !blocks.Exists(b => minute >= b.From && minute < b.To))
        {
            return false;
        }

        foreach (var c in closures)
        {
            if ((c.Year, c.Month, c.Day) == (date.Year, date.Month, date.Day) && minute >= c.From && minute < c.To)
            {
                return false;
            }
        }

        return true;
    }

    private static OpenBlock Block(int from, int to) =>
        new(new ClockTime(from / 60, from % 60), new ClockTime(to / 60, to % 60));

    private static long LastSundayAtOneUtc(int year, int month)
    {
        var day = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        while (day.DayOfWeek != DayOfWeek.Sunday)
        {
            day = day.AddDays(-1);
        }

        return (long)(day - DateTime.UnixEpoch).TotalMinutes;
    }
}
