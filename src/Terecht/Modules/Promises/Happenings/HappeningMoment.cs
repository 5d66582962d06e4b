using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;

namespace Terecht.Modules.Promises.Happenings;

/// <summary>So many days before something begins: the last closing of the team on that day, or on the working day before it.</summary>
internal static class HappeningMoment
{
    public const int MostDays = 90;

    /// <summary>Null when the team is not open in the year before it.</summary>
    public static Instant? Of(LocalDate starts, int daysBefore, ServiceCalendar calendar)
    {
        var day = starts.PlusDays(-daysBefore);
        for (var back = 0; back <= ServiceCalendar.LongestClosedDays; back++)
        {
            if (calendar.LastClosing(day.PlusDays(-back)) is { } closing)
            {
                return closing;
            }
        }
        return null;
    }
}
