using NodaTime;
using Terecht.Modules.Desk.Manage;
using Terecht.Modules.Desk.WhatIf;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Calendars;

/// <summary>What the typed calendar would do to citizens.</summary>
/// <param name="Own">The moment that was typed, or null.</param>
/// <param name="Open">Open promises of the teams that follow it: all keep their moment.</param>
/// <param name="Closing">Open promises per day that would be closed and is open now.</param>
/// <param name="From">The first day that would be different; null when none is.</param>
internal sealed record CalendarOutcome(
    IReadOnlyList<TrySaid> Examples,
    TrySaid? Own,
    int Open,
    IReadOnlyList<(LocalDate Day, int Promises)> Closing,
    LocalDate? From,
    IReadOnlyList<(string Head, string Text)> Warnings
)
{
    public int ClosingCount => Closing.Sum(c => c.Promises);
}

/// <summary>Works the outcome out by the engine that makes promises.</summary>
internal sealed class CalendarOutcomes(WhatIf.WhatIf whatIf, TimeProvider clock)
{
    private const int DaysAhead = 366;
    private const int LongClosed = 7;

    /// <param name="before">As it is now; null for a new calendar.</param>
    /// <param name="teams">Those that follow it.</param>
    public async Task<CalendarOutcome> OfAsync(
        ServiceCalendar? before,
        ServiceCalendar after,
        IReadOnlyCollection<Guid> teams,
        TeamCard team,
        Norm norm,
        Instant? own,
        CancellationToken ct
    )
    {
        var (old, typed) = (before is null ? null : new Term(norm.Rule, before), new Term(norm.Rule, after));
        var open = await whatIf.OpenByDayAsync(teams, ct);
        var closing = open.Where(d => d.Key >= clock.Today())
            .Where(d => before?.IsWorkingDay(d.Key) == true && !after.IsWorkingDay(d.Key))
            .OrderBy(d => d.Key)
            .Select(d => (d.Key, d.Value))
            .ToList();
        var today = clock.Today();
        LocalDate? from = before is null
            ? null
            : Enumerable
                .Range(0, DaysAhead)
                .Select(n => (LocalDate?)today.PlusDays(n))
                .FirstOrDefault(d => !before.OpenBlocks(d!.Value).SequenceEqual(after.OpenBlocks(d.Value)));
        return new CalendarOutcome(
            whatIf.Examples(team, "call", old, typed),
            own is { } at ? whatIf.Said(at, "", team, "call", old, typed) : null,
            open.Values.Sum(),
            closing,
            from,
            [.. Warnings(after, norm.Rule)]
        );
    }

    private IEnumerable<(string, string)> Warnings(ServiceCalendar calendar, DueRule rule)
    {
        var days = Enumerable.Range(0, DaysAhead).Select(clock.Today().PlusDays).ToList();
        if (days.TrueForAll(d => !calendar.IsWorkingDay(d)))
        {
            yield return (
                "Nooit open.",
                "Deze kalender gaat het komende jaar niet open. Dan kan er niets worden beloofd."
            );
            yield break;
        }
        if (LongestClosed(calendar, days) is var (first, last))
        {
            yield return (
                $"Dicht van {DutchDays.Short(first)} tot en met {DutchDays.Short(last)}.",
                "Wie vlak daarvoor belt, hoort een moment erna."
            );
        }
        if (rule is not DueRule.NextWorkingDayBefore next)
        {
            yield break;
        }
        foreach (var day in days.Take(7).OrderBy(d => d.DayOfWeek))
        {
            // The hours of an ordinary week, not of the one in which a day happens to be closed.
            var blocks = calendar.Hours[0].On(day.DayOfWeek);
            if (blocks.Count > 0 && blocks[^1].To < next.Time)
            {
                var name = DutchDays.OfTheWeek[(int)day.DayOfWeek - 1].ToLowerInvariant();
                yield return (
                    $"Let op {name}.",
                    $"Het team sluit om {blocks[^1].To.Spoken} uur. Wie de werkdag ervoor belt, hoort toch ‘uiterlijk {name} om {next.Time.Spoken} uur’."
                );
            }
        }
    }

    /// <summary>The first run of closed days of a week or longer.</summary>
    private static (LocalDate First, LocalDate Last)? LongestClosed(ServiceCalendar calendar, List<LocalDate> days)
    {
        for (var i = 0; i < days.Count; i++)
        {
            var closed = days.Skip(i).TakeWhile(d => !calendar.IsWorkingDay(d)).ToList();
            if (closed.Count >= LongClosed)
            {
                return (closed[0], closed[^1]);
            }
            i += closed.Count;
        }
        return null;
    }
}
