using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>A part of a day on which the team is open, to choose from.</summary>
/// <param name="NotBefore">When the team opens in that part.</param>
/// <param name="Due">When it closes in that part, or the part ends.</param>
internal sealed record KeepableMoment(LocalDate Date, Daypart Part, Instant NotBefore, Instant Due)
{
    /// <summary>As a form sends it: 2027-05-10.afternoon.</summary>
    public string Code =>
        string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(Date)}.{Part.Code()}");
}

/// <summary>The moments that a citizen may choose from: only those that the team can keep.</summary>
internal static class KeepableMoments
{
    private const int MostDays = 60;

    /// <summary>The parts of the coming days on which the team is open, the first first, from an hour from now on.</summary>
    public static IEnumerable<KeepableMoment> From(Instant now, ServiceCalendar calendar)
    {
        var soonest = now + Duration.FromHours(1);
        var today = now.Local().Date;
        for (var days = 0; days < MostDays; days++)
        {
            foreach (var part in Enum.GetValues<Daypart>())
            {
                if (On(today.PlusDays(days), part, calendar) is { } moment && moment.Due > soonest)
                {
                    yield return moment;
                }
            }
        }
    }

    /// <summary>Null when the team is closed all of that part.</summary>
    public static KeepableMoment? On(LocalDate date, Daypart part, ServiceCalendar calendar)
    {
        var open = calendar
            .OpenBlocks(date)
            .Select(block => block.And(part.Block()))
            .OfType<OpenBlock>()
            .Select(block => new Interval(block.From.InstantOn(date), block.To.InstantOn(date)))
            .Where(span => span.Start < span.End)
            .ToList();
        return open is [var first, ..] ? new KeepableMoment(date, part, first.Start, open[^1].End) : null;
    }

    /// <summary>What a form sent; null when it is no choice.</summary>
    public static Chosen? Parse(string? code) =>
        code?.Split('.') is [var date, var part]
        && LocalDatePattern.Iso.Parse(date) is { Success: true, Value: var day }
        && Dayparts.Parse(part) is { } daypart
            ? new Chosen.Part(day, daypart)
            : null;

    /// <summary>From when on the citizen expects us; null where the team is not there earlier that day.</summary>
    public static Instant? NotBefore(Chosen? chosen, ServiceCalendar calendar) =>
        chosen is Chosen.Part(var date, var part)
        && On(date, part, calendar)?.NotBefore is { } from
        && calendar.OpenSpans(date)[0].Start < from
            ? from
            : null;
}
