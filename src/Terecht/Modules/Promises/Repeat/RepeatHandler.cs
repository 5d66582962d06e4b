using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Repeat;

/// <summary>The citizen asks again about an open promise: no second promise, but everybody sees it.</summary>
internal sealed class RepeatHandler(TimeProvider clock, EventLog events, Notices.Notices notices)
{
    public async Task<ActResult> HandleAsync(PromiseAct.Repeat act, Promise promise, CancellationToken ct)
    {
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond.");
        }
        var happened = promise.Repeat(act.ContactId, clock.Now());
        await notices.AskedAgainAsync(promise, ct);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }
}
