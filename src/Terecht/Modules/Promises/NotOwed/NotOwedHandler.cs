using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.NotOwed;

/// <summary>A colleague thinks that a promise is not owed. It stays open, and as due as it was, until Regie says yes.</summary>
internal sealed class NotOwedHandler(TimeProvider clock, EventLog events)
{
    public ActResult Handle(PromiseAct.AskNotOwed act, Promise promise)
    {
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond.");
        }
        if (NotOwedReason.All.All(r => r.Code != act.Reason))
        {
            return new ActResult.Refused("Kies waarom wij dit niet hoeven te doen.", "Reason");
        }
        if (promise.NotOwedAskedAt is not null)
        {
            return new ActResult.Refused("Dit is al aan Regie gevraagd.");
        }
        (promise.NotOwedAskedAt, promise.NotOwedAskedBy, promise.NotOwedReason) = (
            clock.Now(),
            act.StaffId,
            act.Reason
        );
        var happened = new PromiseNotOwedAsked(promise.Id, promise.MatterId, promise.TeamId, act.Reason);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }

    public ActResult Handle(PromiseAct.RefuseNotOwed _, Promise promise)
    {
        if (promise.NotOwedAskedAt is null)
        {
            return new ActResult.Refused("Niemand vraagt dit nu.");
        }
        (promise.NotOwedAskedAt, promise.NotOwedAskedBy, promise.NotOwedReason) = (null, null, null);
        var happened = new PromiseNotOwedRefused(promise.Id, promise.MatterId, promise.TeamId);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }
}
