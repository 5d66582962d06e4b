using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.AddTo;
using Terecht.Modules.Promises.Attempt;
using Terecht.Modules.Promises.Bounce;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.End;
using Terecht.Modules.Promises.Join;
using Terecht.Modules.Promises.Make;
using Terecht.Modules.Promises.Move;
using Terecht.Modules.Promises.Norms;
using Terecht.Modules.Promises.Notices;
using Terecht.Modules.Promises.NotOwed;
using Terecht.Modules.Promises.Number;
using Terecht.Modules.Promises.Progress;
using Terecht.Modules.Promises.Renew;
using Terecht.Modules.Promises.Reopen;
using Terecht.Modules.Promises.Repeat;
using Terecht.Modules.Promises.Take;
using Terecht.Modules.Promises.Told;
using Terecht.Modules.Promises.Undo;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises;

/// <summary>The door to all acts: finds the promise, sees that the actor looked at its last state, and hands it on.</summary>
internal sealed class PromiseActs(
    TerechtDb db,
    TimeProvider clock,
    MakeHandler make,
    TakeHandler take,
    AttemptHandler attempt,
    EndHandler end,
    BounceHandler bounce,
    ReopenHandler reopen,
    RepeatHandler repeat,
    RenewHandler renew,
    MoveHandler move,
    JoinHandler join,
    UndoHandler undo,
    ToldHandler told,
    NumberHandler number,
    AddToHandler addTo,
    NotOwedHandler notOwed,
    ProgressHandler progress,
    AskLeadHandler askLead
) : IPromises
{
    public ValueTask<PromisePlan> PlanAsync(PlanPromise plan, CancellationToken ct) => make.PlanAsync(plan, ct);

    public Task<MadePromise> MakeAsync(MakePromise promise, CancellationToken ct) => make.MakeAsync(promise, ct);

    public async Task<ActResult> ActAsync(PromiseAct act, CancellationToken ct)
    {
        // Who does many acts in one save reads their promises at once, before.
        var promise = await db.Promises.FindAsync([act.PromiseId], ct);
        if (promise is null)
        {
            return new ActResult.NotThere();
        }
        if (act is not PromiseAct.Told && promise.Seq != act.Seq && await ActedSinceAsync(act, ct) is { } stale)
        {
            return stale;
        }
        return act switch
        {
            PromiseAct.Take taken => take.Handle(taken, promise),
            PromiseAct.GiveBack given => take.Handle(given, promise),
            PromiseAct.Attempt tried => await attempt.HandleAsync(tried, promise, ct),
            PromiseAct.End ended => await end.HandleAsync(ended, promise, ct),
            PromiseAct.Bounce bounced => await bounce.HandleAsync(bounced, promise, ct),
            PromiseAct.Reopen reopened => await reopen.HandleAsync(reopened, promise, ct),
            PromiseAct.Repeat repeated => await repeat.HandleAsync(repeated, promise, ct),
            PromiseAct.Assign assigned => await move.HandleAsync(assigned, promise, ct),
            PromiseAct.Move moved => await move.HandleAsync(moved, promise, ct),
            PromiseAct.Renew renewed => await renew.HandleAsync(renewed, promise, ct),
            PromiseAct.Join joined => await join.HandleAsync(joined, promise, ct),
            PromiseAct.Undo undone => await undo.HandleAsync(undone, promise, ct),
            PromiseAct.Told fact => told.Handle(fact, promise),
            PromiseAct.ChangeNumber changed => number.Handle(changed, promise),
            PromiseAct.NumberIsRight right => number.Handle(right, promise),
            PromiseAct.AddTo added => addTo.Handle(added, promise),
            PromiseAct.AskNotOwed asked => notOwed.Handle(asked, promise),
            PromiseAct.RefuseNotOwed refused => notOwed.Handle(refused, promise),
            PromiseAct.LetHear heard => progress.Handle(heard, promise),
            PromiseAct.TakeBackLetHear unheard => progress.Handle(unheard, promise),
            PromiseAct.AskLead => await askLead.HandleAsync(promise, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "An unknown act."),
        };
    }

    public async Task<PromiseState?> StateAsync(Guid promiseId, CancellationToken ct)
    {
        var promise = await db.Promises.AsNoTracking().SingleOrDefaultAsync(p => p.Id == promiseId, ct);
        return promise is null
            ? null
            : PromiseLedger.Fold(await PromiseHistory.ReadAsync(db, promiseId, ct), promise.AttemptTerms, clock.Now());
    }

    /// <summary>Acts of people that carry no number in the history.</summary>
    private static readonly string[] ActsBeside =
    [
        PromiseNumberChanged.Type,
        PromiseNumberChecked.Type,
        PromiseAddedTo.Type,
        PromiseNotOwedAsked.Type,
        PromiseNotOwedRefused.Type,
        PromiseProgressDue.Type,
        PromiseProgressTakenBack.Type,
    ];

    public async Task<ActResult> StaleAsync(PromiseAct act, CancellationToken ct)
    {
        if (await ActedSinceAsync(act, ct) is { } stale)
        {
            return stale;
        }
        var matter = db.Promises.Where(p => p.Id == act.PromiseId).Select(p => (Guid?)p.MatterId);
        var rows = db.Set<EventRow>()
            .AsNoTracking()
            .Where(e => e.StreamId == act.PromiseId && e.MatterId == matter.FirstOrDefault());
        return
            !await rows.AnyAsync(e => e.Seq > act.Seq, ct)
            && await rows.Where(e => e.Seq == null && ActsBeside.Contains(e.Type))
                .OrderByDescending(e => e.Id)
                .FirstOrDefaultAsync(ct)
                is { } beside
            ? Stale(beside)
            : new ActResult.NotThere();
    }

    /// <summary>Who acted after the actor looked; that the citizen was told, or asked again, changes nothing for the actor.</summary>
    private async Task<ActResult.Stale?> ActedSinceAsync(PromiseAct act, CancellationToken ct) =>
        await db.Set<EventRow>()
            .AsNoTracking()
            .Where(e => e.StreamId == act.PromiseId && e.Seq > act.Seq)
            .Where(e => e.Type != PromiseTold.Type && e.Type != PromiseRepeated.Type)
            .OrderByDescending(e => e.Seq)
            .FirstOrDefaultAsync(ct)
            is { } last
            ? Stale(last)
            : null;

    private static ActResult.Stale Stale(EventRow last) =>
        new(last.ActorKind == "staff" ? last.ActorId : null, last.RecordedAt, last.Type);
}
