using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Desk.Manage;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.WhatIf;

/// <summary>What gives a moment: a rule and a calendar.</summary>
internal sealed record Term(DueRule Rule, ServiceCalendar Calendar);

/// <param name="When">When somebody asks: "Belt nu, di 4 mei 13.20 uur".</param>
/// <param name="Words">What that person hears with what is typed.</param>
/// <param name="Before">What that person hears without it; null when it is the same.</param>
internal sealed record TrySaid(string When, string Words, string? Before);

/// <summary>Works out what a change would do, before it is saved, and for whom nothing changes.</summary>
internal sealed class WhatIf(ITryout tryout, TerechtDb db, TimeProvider clock)
{
    /// <summary>Now, the next Monday at nine, and the Friday after it at the end of the afternoon.</summary>
    public IReadOnlyList<TrySaid> Examples(TeamCard team, string kind, Term? before, Term after)
    {
        var monday = clock.Today().Next(IsoDayOfWeek.Monday);
        return
        [
            Said(clock.Now(), "nu, ", team, kind, before, after),
            Said(new ClockTime(9, 0).InstantOn(monday), "", team, kind, before, after),
            Said(new ClockTime(16, 55).InstantOn(monday.PlusDays(4)), "", team, kind, before, after),
        ];
    }

    public TrySaid Said(Instant at, string which, TeamCard team, string kind, Term? before, Term after)
    {
        var words = tryout.Say(after.Rule, after.Calendar, team, kind, at).Words;
        var old = before is null ? null : tryout.Say(before.Rule, before.Calendar, team, kind, at).Words;
        var local = at.Local();
        var time = local.ToString("H.mm", CultureInfo.InvariantCulture);
        var who = kind == "call" ? "Belt" : "Vraagt";
        return new TrySaid(
            $"{who} {which}{DutchDays.Short(local.Date)} {time} uur",
            words,
            old is null || old == words ? null : old
        );
    }

    /// <summary>How many open promises of these teams there are, by the local day of their moment.</summary>
    public async Task<IReadOnlyDictionary<LocalDate, int>> OpenByDayAsync(
        IReadOnlyCollection<Guid> teams,
        CancellationToken ct
    )
    {
        Guid[] ids = [.. teams];
        var moments = await db
            .Database.SqlQuery<DueCount>(
                $"""
                select due, count(*)::int as n from promises.pub_promise
                where ended_at is null and due is not null and team_id = any({ids}) group by due
                """
            )
            .ToListAsync(ct);
        return moments.GroupBy(m => SpokenMoment.DayOf(m.Due)).ToDictionary(g => g.Key, g => g.Sum(m => m.N));
    }

    /// <summary>How many open promises got their moment from a norm.</summary>
    public Task<int> OpenByNormAsync(Guid normId, CancellationToken ct) =>
        db
            .Database.SqlQuery<int>(
                $"""
                select count(*)::int as "Value" from promises.pub_promise
                where ended_at is null and norm_id = {normId}
                """
            )
            .SingleAsync(ct);

    private sealed record DueCount(Instant Due, int N);
}
