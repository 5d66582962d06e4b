using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Regie;

/// <summary>The columns of the heat table: late, today, the next two days on which any team is open, and later.</summary>
/// <param name="Dates">Today, and the two days after it that are open somewhere.</param>
/// <param name="Ends">The end of each of those days.</param>
/// <param name="Shut">The named closed days after today and before the next open one: "5-7"; empty when there are none.</param>
internal sealed record HeatDays(IReadOnlyList<LocalDate> Dates, IReadOnlyList<Instant> Ends, string Shut)
{
    private const int Farthest = 60;

    public static HeatDays Of(Instant now, OrganisationNow teams)
    {
        var today = now.Local().Date;
        var open = Enumerable
            .Range(1, Farthest)
            .Select(days => today.PlusDays(days))
            .Where(date => teams.Teams.Any(t => t.Calendar.IsWorkingDay(date)))
            .Take(2)
            .ToList();
        while (open.Count < 2)
        {
            open.Add((open.Count == 0 ? today : open[^1]).PlusDays(1));
        }
        List<LocalDate> dates = [today, .. open];
        var shut = Enumerable
            .Range(1, Period.DaysBetween(today, open[0]) - 1)
            .Select(days => today.PlusDays(days))
            .Where(date => teams.Teams.Any(t => t.Calendar.ClosureName(date) is not null))
            .ToList();
        return new HeatDays(
            dates,
            [.. dates.Select(d => d.PlusDays(1).StartInAmsterdam() + Duration.FromSeconds(1))],
            shut.Count switch
            {
                0 => "",
                1 => $"{shut[0].Day}",
                _ => $"{shut[0].Day}-{shut[^1].Day}",
            }
        );
    }

    /// <summary>From and before which instant a column runs.</summary>
    public (Instant From, Instant Until) Span(int column, Instant now) =>
        column switch
        {
            0 => (Instant.FromUnixTimeSeconds(0), now),
            1 => (now, Ends[0]),
            2 => (Ends[0], Ends[1]),
            3 => (Ends[1], Ends[2]),
            _ => (Ends[2], Instant.FromUtc(9999, 1, 1, 0, 0)),
        };

    /// <summary>"di 4", as the head of a column.</summary>
    public string Head(int column) =>
        $"{SpokenMoment.DateNl(Dates[column - 1], Dates[column - 1])[..2]} {Dates[column - 1].Day}";
}
