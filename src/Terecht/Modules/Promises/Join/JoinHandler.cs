using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Modules.Promises.Steps;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Join;

/// <summary>
/// Makes one promise of two of the same matter: both get a join, the one that goes on takes the earlier moment, the other
/// ends in the same second and counts nowhere.
/// </summary>
internal sealed class JoinHandler(
    TerechtDb db,
    TimeProvider clock,
    EventLog events,
    StepPlanner steps,
    Notices.Notices notices
)
{
    public async Task<ActResult> HandleAsync(PromiseAct.Join act, Promise promise, CancellationToken ct)
    {
        var other =
            act.OtherId == act.PromiseId ? null : await db.Promises.SingleOrDefaultAsync(p => p.Id == act.OtherId, ct);
        if (other is null || other.MatterId != promise.MatterId)
        {
            return new ActResult.Refused("Kies een andere toezegging van hetzelfde dossier.", "Other");
        }
        if (!promise.IsOpen || !other.IsOpen)
        {
            return new ActResult.Refused("Alleen twee open toezeggingen worden samen één.", "Other");
        }
        if (promise.DoorUntil is not null || other.DoorUntil is not null)
        {
            return new ActResult.Refused("Zelf mogen bellen blijft een toezegging apart.", "Other");
        }

        var now = clock.Now();
        var one = PromiseLedger.Fold(await PromiseHistory.ReadAsync(db, promise.Id, ct), promise.AttemptTerms, now);
        var two = PromiseLedger.Fold(await PromiseHistory.ReadAsync(db, other.Id, ct), other.AttemptTerms, now);
        var decision = Joining.Of(one, two);
        var (kept, ended) = decision.FirstGoesOn ? (promise, other) : (other, promise);
        var before = (decision.FirstGoesOn ? one : two).Moments;
        var goesOn = events.Record(kept.JoinedBy(before, ended, decision.Due));
        var goesInto = events.Record(ended.JoinedInto(kept));
        events.Record(ended.End(PromiseEnd.AnsweredElsewhere, EndReason.Joined, null, now));
        notices.Ended(ended, act.StaffId);
        await steps.PlanAsync(kept, now, ct);
        return new ActResult.Done(
            promise.MatterId,
            promise.TeamId,
            promise.Seq,
            decision.FirstGoesOn ? goesOn : goesInto
        );
    }
}
