using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;

namespace Terecht.Modules.Promises.AddTo;

/// <summary>The citizen adds something to the question. The words are a remark, which the caller adds with the event's id.</summary>
internal sealed class AddToHandler(EventLog events)
{
    public ActResult Handle(PromiseAct.AddTo _, Promise promise) =>
        promise.IsOpen
            ? new ActResult.Done(
                promise.MatterId,
                promise.TeamId,
                promise.Seq,
                events.Record(new PromiseAddedTo(promise.Id, promise.MatterId, promise.TeamId))
            )
            : new ActResult.Refused("Deze toezegging is al afgerond.");
}
