using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Take;

/// <summary>Somebody takes a promise for the team, or gives it back. The team owns it all the time.</summary>
internal sealed class TakeHandler(TimeProvider clock, EventLog events)
{
    public ActResult Handle(PromiseAct.Take act, Promise promise)
    {
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond. Heropen haar eerst.");
        }
        var happened = promise.Take(act.StaffId, clock.Now());
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }

    public ActResult Handle(PromiseAct.GiveBack _, Promise promise)
    {
        if (promise.HolderId is null)
        {
            return new ActResult.Refused("Niemand heeft deze toezegging nu.");
        }
        var happened = promise.GiveBack();
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }
}
