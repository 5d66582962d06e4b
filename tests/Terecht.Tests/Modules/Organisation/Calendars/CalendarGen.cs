using CsCheck;
using NodaTime;

namespace Terecht.Tests.Modules.Organisation.Calendars;

/// <summary>Drawn calendars and moments from 2020 up to and including 2040, often near a clock change or a closure.</summary>
internal static class CalendarGen
{
    /// <summary>Quarters of an hour; no opening or closing inside the hour that is skipped or doubled.</summary>
    private static readonly Gen<int> Quarter = Gen.Int[0, 96]
        .Select(q => q is > 8 and < 12 ? 8 : q)
        .Select(q => q * 15);

    private static readonly Gen<List<(int From, int To)>> Blocks = Quarter
        .Array[0, 6]
        .Select(edges =>
            edges
                .Distinct()
                .Order()
                .Chunk(2)
                .Where(pair => pair.Length == 2)
                .Select(pair => (pair[0], pair[1]))
                .ToList()
        );

    private static readonly Gen<DateTime> AnyDay = Gen.Int[0, 7669]
        .Select(day => new DateTime(2020, 1, 1).AddDays(day));

    /// <summary>A day at or around a clock change.</summary>
    private static readonly Gen<DateTime> ClockChangeDay =
        from year in Gen.Int[2020, 2040]
        from autumn in Gen.Bool
        from shift in Gen.Int[-2, 1]
        select LastSunday(year, autumn ? 10 : 3).AddDays(shift);

    public static readonly Gen<DateTime> Day = Gen.OneOf(AnyDay, ClockChangeDay);

    /// <summary>A whole minute in UTC, as minutes since 1970.</summary>
    public static readonly Gen<long> Minute =
        from day in Day
        from minute in Gen.Int[0, 1439]
        select (long)(day - DateTime.UnixEpoch).TotalMinutes + minute;

    public static Gen<NaiveCalendar> Around(long utcMinute) =>
        from week in Gen.Dictionary(Gen.Int[1, 7], Blocks)[1, 7]
        from someOpen in Gen.Int[1, 7]
        from closed in Gen.Select(Gen.Int[-3, 12], Gen.Bool, Blocks).Array[0, 6]
        select new NaiveCalendar(
            // At least one block a week, so that waiting for it ends.
            week.GetValueOrDefault(someOpen, []).Count > 0
                ? week
                : With(week, someOpen),
            [.. closed.SelectMany(c => Closures(utcMinute, c.Item1, c.Item2, c.Item3))]
        );

    public static readonly Gen<(long Minute, NaiveCalendar Calendar)> MinuteAndCalendar =
        from minute in Minute
        from calendar in Around(minute)
        select (minute, calendar);

    public static Instant ToInstant(this long utcMinute) => Instant.FromUnixTimeSeconds(utcMinute * 60);

    private static Dictionary<int, List<(int From, int To)>> With(
        Dictionary<int, List<(int From, int To)>> week,
        int day
    ) => new(week) { [day] = [(540, 1020)] };

    private static IEnumerable<(int Year, int Month, int Day, int From, int To)> Closures(
        long utcMinute,
        int daysAway,
        bool whole,
        List<(int From, int To)> parts
    )
    {
        var date = DateTime.UnixEpoch.AddMinutes(utcMinute).Date.AddDays(daysAway);
        List<(int From, int To)> closed = whole ? [(0, 1440)] : parts;
        return closed.Select(part => (date.Year, date.Month, date.Day, part.From, part.To));
    }

    private static DateTime LastSunday(int year, int month)
    {
        var day = new DateTime(year, month, 31);
        return day.AddDays(-(int)day.DayOfWeek);
    }
}
