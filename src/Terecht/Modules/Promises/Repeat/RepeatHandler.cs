using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Repeat;

/// <summary>The citizen asks again about an open promise: no second promise, but everybody sees it.</summary>
internal sealed class RepeatHandler(TimeProvider clock, EventLog events)
{
    public ActResult Handle(PromiseAct.Repeat act, Promise promise)
    {
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond.");
        }
        var happened = promise.Repeat(act.ContactId, clock.Now());
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }
}
