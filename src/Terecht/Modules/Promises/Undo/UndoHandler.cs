using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Modules.Promises.Steps;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Undo;

/// <summary>
/// Takes the last act back by its opposite: history is only added to. One's own act alone, for as long as
/// <see cref="UndoRule.Longest"/>; a call that was made stays made.
/// </summary>
internal sealed class UndoHandler(
    TerechtDb db,
    TimeProvider clock,
    EventLog events,
    IOrganisation organisation,
    StepPlanner steps
)
{
    private static readonly ActResult CannotAnymore = new ActResult.Refused(
        "Dit kan niet meer ongedaan worden gemaakt."
    );

    public async Task<ActResult> HandleAsync(PromiseAct.Undo act, Promise promise, CancellationToken ct)
    {
        var now = clock.Now();
        var rows = await db.Set<EventRow>()
            .AsNoTracking()
            .Where(e => e.StreamId == promise.Id && e.Seq != null)
            .OrderBy(e => e.Seq)
            .ToListAsync(ct);
        var last = rows.FindLast(e => !UndoRule.ChangesNothing(e.Type));
        if (last is null || !UndoRule.MayUndo(last.Type, last.ActorId == act.StaffId, now - last.RecordedAt))
        {
            return CannotAnymore;
        }
        var teams = await organisation.NowAsync(ct);
        switch (last.Type)
        {
            case "promise.hold":
                var former = HolderBefore(last, rows);
                return Done(
                    promise,
                    former is { } holder ? events.Record(promise.Take(holder, now)) : events.Record(promise.GiveBack())
                );
            case "promise.release":
                return Done(promise, events.Record(promise.Take(last.Read<PromiseReleased>().StaffId, now)));
            case "promise.bounce" when teams.FindTeam(last.Read<PromiseBounced>().FromTeamId) is { } from:
                return BackTo(
                    promise,
                    events.Record(promise.MoveBack(from.Id, from.Code, now)),
                    last,
                    rows,
                    teams,
                    now
                );
            case "promise.team" when teams.FindTeam(last.Read<PromiseMoved>().FromTeamId) is { } from:
                return BackTo(
                    promise,
                    events.Record(promise.Move(from.Id, from.Code, MoveReason.Undone, now)),
                    last,
                    rows,
                    teams,
                    now
                );
            case "promise.renew":
                return await PlannedAsync(
                    Renewed(promise, [.. rows.Select(PromiseHistory.Read)], last, now),
                    promise,
                    now,
                    ct
                );
            case "promise.end"
                when promise.AnsweredBy is { } into && last.Read<PromiseEnded>().Reason == EndReason.Joined:
                return await SplitAsync(promise, promise.Id, into, teams, ct);
            case "promise.end":
                var reopened = events.Record(promise.Reopen(teams.Team(promise.TeamId).Code, ReopenReason.Undone));
                return await PlannedAsync(Done(promise, reopened), promise, now, ct);
            case "promise.join":
                return await SplitAsync(promise, last.Read<PromiseJoined>().OtherId, promise.Id, teams, ct);
            default:
                return CannotAnymore;
        }
    }

    /// <summary>
    /// The moment that held before it comes in force again, and the limit with it: by the same wish. Where we had renewed
    /// before, that wish would lift the limit to our moment, so the limit comes back by the citizen and the moment by us.
    /// What the event moved, moves with the event alone.
    /// </summary>
    private ActResult Renewed(Promise promise, List<PromiseEvent> history, EventRow last, Instant now)
    {
        var renewed = last.Read<PromiseRenewed>();
        var (old, stands) = (
            PromiseLedger.MomentsOf(history.FindAll(e => e.Seq < last.Seq)),
            PromiseLedger.MomentsOf(history)
        );
        if (
            old is not { InForce: { } moment, Limit: { } limit }
            || PromiseWords.ParseWishedBy(renewed.By) is not { } by
            || by == WishedBy.Event
        )
        {
            return CannotAnymore;
        }
        if (stands.Renewed(moment, by, now).Limit == limit)
        {
            return Done(promise, Back(stands, moment, by));
        }
        var limited = stands.Renewed(limit, WishedBy.Citizen, now);
        if (limited.Limit != limit)
        {
            return CannotAnymore;
        }
        Back(stands, limit, WishedBy.Citizen);
        return Done(promise, Back(limited, moment, WishedBy.Us));

        Guid Back(PromiseMoments before, Instant due, WishedBy wish) =>
            events.Record(promise.Renew(before, due, renewed.WasNotBefore, wish, RenewReason.Undone, now));
    }

    /// <summary>The one that ended is open again; the one that went on keeps the earlier moment.</summary>
    private async Task<ActResult> SplitAsync(
        Promise promise,
        Guid endedId,
        Guid keptId,
        OrganisationNow teams,
        CancellationToken ct
    )
    {
        var ended = endedId == promise.Id ? promise : await db.Promises.SingleOrDefaultAsync(p => p.Id == endedId, ct);
        if (ended is null || ended.IsOpen || ended.AnsweredBy != keptId)
        {
            return new ActResult.Refused("De andere toezegging is al apart.");
        }
        var split = Done(promise, events.Record(ended.Reopen(teams.Team(ended.TeamId).Code, ReopenReason.Split)));
        return await PlannedAsync(split, ended, clock.Now(), ct);
    }

    /// <summary>Back at the team that had it, and with who held it there, where that colleague still works.</summary>
    private ActResult.Done BackTo(
        Promise promise,
        Guid happened,
        EventRow undone,
        IEnumerable<EventRow> rows,
        OrganisationNow teams,
        Instant now
    )
    {
        if (HolderBefore(undone, rows) is { } holder && teams.FindStaff(holder)?.WorksOn(now.Local().Date) == true)
        {
            events.Record(promise.Take(holder, now));
        }
        return Done(promise, happened);
    }

    /// <summary>Who held it when somebody took it over; null for nobody.</summary>
    private static Guid? HolderBefore(EventRow taken, IEnumerable<EventRow> rows) =>
        rows.LastOrDefault(e =>
            e.Seq < taken.Seq && e.Type is "promise.hold" or "promise.release" or "promise.bounce" or "promise.team"
        )
            is { Type: "promise.hold" } held
            ? held.Read<PromiseHeld>().StaffId
            : null;

    /// <summary>A moment came in force again: the steps before it begin again.</summary>
    private async Task<ActResult> PlannedAsync(ActResult result, Promise promise, Instant now, CancellationToken ct)
    {
        if (result is ActResult.Done)
        {
            await steps.PlanAsync(promise, now, ct);
        }
        return result;
    }

    private static ActResult.Done Done(Promise promise, Guid eventId) =>
        new(promise.MatterId, promise.TeamId, promise.Seq, eventId);
}
