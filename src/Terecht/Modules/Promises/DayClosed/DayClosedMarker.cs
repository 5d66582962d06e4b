using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.DayClosed;

/// <summary>
/// Marks the open promises of a municipality whose moment lies on a day on which their team is closed now, and takes the mark
/// away where it is open again. Compares with the calendars as they are, so it may run late, twice or out of order.
/// </summary>
internal sealed class DayClosedMarker(TerechtDb db, TimeProvider clock, EventLog events, IOrganisation organisation)
{
    public async Task RunAsync(Guid municipalityId, CancellationToken ct)
    {
        var change = new List<MomentGroup>();
        foreach (var group in await GroupsAsync(municipalityId, ct))
        {
            if (await IsClosedAsync(group, ct) != group.Marked)
            {
                change.Add(group);
            }
        }
        foreach (var group in change)
        {
            await ChangeAsync(group, ct);
        }
    }

    /// <summary>Many promises share a team, a moment and what gave it: the day is judged once for all of them.</summary>
    private Task<List<MomentGroup>> GroupsAsync(Guid municipalityId, CancellationToken ct) =>
        db
            .Database.SqlQuery<MomentGroup>(
                $"""
                select distinct p.team_id, p.due, p.calendar_version_id as made_with, v.rule::text as rule,
                       c.calendar_version_id as holds_now, p.day_closed_at is not null as marked
                from promises.promise p
                join promises.norm_version v on v.id = p.norm_version_id
                join organisation.pub_team t on t.team_id = p.team_id
                join organisation.pub_calendar c on c.calendar_id = t.calendar_id
                where p.municipality_id = {municipalityId} and p.ended_at is null and p.due is not null
                """
            )
            .ToListAsync(ct);

    /// <summary>Closed afterwards: a term that counts every hour of the day was never promised on an open day.</summary>
    private async Task<bool> IsClosedAsync(MomentGroup group, CancellationToken ct)
    {
        var day = SpokenMoment.DayOf(group.Due);
        var now = await organisation.CalendarVersionAsync(group.HoldsNow, ct);
        if (now.IsWorkingDay(day))
        {
            return false;
        }
        return DueRuleJson.Read(group.Rule).Rule is { NeedsCalendar: true }
            || (await organisation.CalendarVersionAsync(group.MadeWith, ct)).IsWorkingDay(day);
    }

    private async Task ChangeAsync(MomentGroup group, CancellationToken ct)
    {
        var promises = await db
            .Promises.FromSql(
                $"""
                select p.* from promises.promise p
                join promises.norm_version v on v.id = p.norm_version_id
                where p.ended_at is null and p.team_id = {group.TeamId} and p.due = {group.Due}
                  and p.calendar_version_id = {group.MadeWith} and v.rule::text = {group.Rule}
                  and (p.day_closed_at is not null) = {group.Marked}
                for update of p
                """
            )
            .ToListAsync(ct);
        foreach (var p in promises)
        {
            if (group.Marked)
            {
                p.DayClosedAt = null;
                events.Record(new PromiseDayOpened(p.Id, p.MatterId, p.TeamId));
            }
            else
            {
                p.DayClosedAt = clock.Now();
                events.Record(new PromiseDayClosed(p.Id, p.MatterId, p.TeamId, p.HolderId, group.Due));
            }
        }
    }

    private sealed record MomentGroup(Guid TeamId, Instant Due, Guid MadeWith, string Rule, Guid HoldsNow, bool Marked);
}
