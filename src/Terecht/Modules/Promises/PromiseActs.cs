using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Attempt;
using Terecht.Modules.Promises.Bounce;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.End;
using Terecht.Modules.Promises.Make;
using Terecht.Modules.Promises.Norms;
using Terecht.Modules.Promises.Reopen;
using Terecht.Modules.Promises.Repeat;
using Terecht.Modules.Promises.Take;
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
    RepeatHandler repeat
) : IPromises
{
    public ValueTask<PromisePlan> PlanAsync(PlanPromise plan, CancellationToken ct) => make.PlanAsync(plan, ct);

    public Task<MadePromise> MakeAsync(MakePromise promise, CancellationToken ct) => make.MakeAsync(promise, ct);

    public async Task<ActResult> ActAsync(PromiseAct act, CancellationToken ct)
    {
        var promise = await db.Promises.SingleOrDefaultAsync(p => p.Id == act.PromiseId, ct);
        if (promise is null)
        {
            return new ActResult.NotThere();
        }
        if (promise.Seq != act.Seq)
        {
            return await StaleAsync(act, ct);
        }
        return act switch
        {
            PromiseAct.Take taken => take.Handle(taken, promise),
            PromiseAct.GiveBack given => take.Handle(given, promise),
            PromiseAct.Attempt tried => await attempt.HandleAsync(tried, promise, ct),
            PromiseAct.End ended => await end.HandleAsync(ended, promise, ct),
            PromiseAct.Bounce bounced => await bounce.HandleAsync(bounced, promise, ct),
            PromiseAct.Reopen reopened => await reopen.HandleAsync(reopened, promise, ct),
            PromiseAct.Repeat repeated => repeat.Handle(repeated, promise),
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

    /// <summary>Who acted after the actor looked. Also asked when two collide at the very save.</summary>
    public async Task<ActResult> StaleAsync(PromiseAct act, CancellationToken ct)
    {
        var last = await db.Set<EventRow>()
            .AsNoTracking()
            .Where(e => e.StreamId == act.PromiseId && e.Seq > act.Seq)
            .OrderByDescending(e => e.Seq)
            .FirstOrDefaultAsync(ct);
        return last is null
            ? new ActResult.NotThere()
            : new ActResult.Stale(last.ActorKind == "staff" ? last.ActorId : null, last.RecordedAt, last.Type);
    }
}
