using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Told;

/// <summary>Records that the citizen was told. Also of a promise that has ended: that attempts were made is told after its end.</summary>
internal sealed class ToldHandler(TimeProvider clock, EventLog events)
{
    public ActResult Handle(PromiseAct.Told act, Promise promise)
    {
        var happened = promise.Told(act.Channel, act.What, clock.Now());
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }
}
