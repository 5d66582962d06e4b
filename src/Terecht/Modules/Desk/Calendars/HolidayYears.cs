using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;

namespace Terecht.Modules.Desk.Calendars;

/// <summary>
/// The days of the law and the decrees that a calendar may copy, this year and the two after it. Each is a choice; a year of which
/// no decree is known has none to choose from.
/// </summary>
internal sealed class HolidayYears(int thisYear)
{
    private const int YearsAhead = 2;

    /// <summary>What was closed before it stays as it is, and is not on the screen.</summary>
    public LocalDate FirstDay => new(thisYear, 1, 1);

    public IReadOnlyList<HolidayYear> Years { get; } =
    [
        .. Enumerable
            .Range(thisYear, YearsAhead + 1)
            .Select(year => new HolidayYear(
                year,
                StatutoryCalendar.Shipped.HasDecreeData(year) ? StatutoryCalendar.Shipped.Days(year) : null
            )),
    ];

    public IEnumerable<StatutoryDay> Days => Years.SelectMany(y => y.Days ?? []);

    /// <summary>A whole day closed on a day that can be ticked.</summary>
    public bool IsHoliday(Closure closure) =>
        closure.Part == OpenBlock.WholeDay && Days.Any(d => d.Date == closure.Date);
}

/// <param name="Days">Null when no decree is known for this year.</param>
internal sealed record HolidayYear(int Year, IReadOnlyList<StatutoryDay>? Days);
