using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Worklist;

/// <summary>The days of the coming week on which a team would be open and is not.</summary>
internal static class ClosedDays
{
    private const int Days = 8;

    /// <summary>"Op wo 5 mei, do 6 mei en vr 7 mei is het team dicht."; empty when there are none.</summary>
    public static string Soon(Instant now, ServiceCalendar calendar)
    {
        var today = now.Local().Date;
        var closed = Enumerable
            .Range(1, Days)
            .Select(days => today.PlusDays(days))
            .Where(date => !calendar.IsWorkingDay(date) && calendar.ClosureName(date) is not null)
            .Where(date => date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
            .Select(date => SpokenMoment.DateNl(date, today))
            .ToList();
        return closed.Count switch
        {
            0 => "",
            1 => $"Op {closed[0]} is het team dicht.",
            _ => $"Op {string.Join(", ", closed.SkipLast(1))} en {closed[^1]} is het team dicht.",
        };
    }
}
