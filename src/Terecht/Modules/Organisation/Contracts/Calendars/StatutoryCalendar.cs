using NodaTime;

namespace Terecht.Modules.Organisation.Contracts.Calendars;

/// <summary>A day that the Algemene termijnenwet recognises, or that a yearly decree makes equal to one.</summary>
internal sealed record StatutoryDay(LocalDate Date, string Name, bool ByDecree);

/// <summary>
/// The statutory days, for statutory terms only. A service calendar lists its own closures; copying days from here
/// is a choice of the administrator, per day.
/// </summary>
internal sealed class StatutoryCalendar
{
    private readonly bool byRule;
    private readonly Dictionary<LocalDate, StatutoryDay> listed;

    private StatutoryCalendar(bool byRule, IEnumerable<StatutoryDay> listed, int firstDecreeYear, int lastDecreeYear)
    {
        this.byRule = byRule;
        this.listed = listed.DistinctBy(day => day.Date).ToDictionary(day => day.Date);
        FirstDecreeYear = firstDecreeYear;
        LastDecreeYear = lastDecreeYear;
    }

    /// <summary>The days of the law by rule, with the decrees that the product knows.</summary>
    public static StatutoryCalendar Shipped { get; } =
        WithDecrees(DecreeDays.Known, DecreeDays.FirstYear, DecreeDays.LastYear);

    public int FirstDecreeYear { get; }

    public int LastDecreeYear { get; }

    /// <summary>The days of the law by rule, and these decree days.</summary>
    public static StatutoryCalendar WithDecrees(IEnumerable<StatutoryDay> decrees, int firstYear, int lastYear) =>
        new(true, decrees, firstYear, lastYear);

    /// <summary>Exactly these days and no others.</summary>
    public static StatutoryCalendar Listed(IEnumerable<StatutoryDay> days, int firstYear, int lastYear) =>
        new(false, days, firstYear, lastYear);

    /// <summary>Whether the decree of a year is known. Without it a term in that year may come out too early.</summary>
    public bool HasDecreeData(int year) => year >= FirstDecreeYear && year <= LastDecreeYear;

    /// <summary>The years from one up to and including another of which no decree is known, for the administrator's screen.</summary>
    public IReadOnlyList<int> YearsWithoutDecree(int fromYear, int toYear) =>
        [.. Enumerable.Range(fromYear, Math.Max(0, toYear - fromYear + 1)).Where(year => !HasDecreeData(year))];

    /// <summary>The recognised and equal days of a year, in order.</summary>
    public IReadOnlyList<StatutoryDay> Days(int year) =>
        [
            .. (byRule ? RecognisedDays.Of(year) : [])
                .Concat(listed.Values.Where(day => day.Date.Year == year))
                .DistinctBy(day => day.Date)
                .OrderBy(day => day.Date),
        ];

    /// <summary>The recognised or equal day on a date, or null. Saturdays and Sundays are none of their own.</summary>
    public StatutoryDay? DayOn(LocalDate date) =>
        listed.GetValueOrDefault(date)
        ?? (byRule ? RecognisedDays.Of(date.Year).FirstOrDefault(day => day.Date == date) : null);

    /// <summary>A Saturday, a Sunday, a recognised day or one made equal: no term ends on it.</summary>
    public bool IsFree(LocalDate date) =>
        date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || DayOn(date) is not null;
}
