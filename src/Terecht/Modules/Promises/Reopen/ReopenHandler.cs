using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;

namespace Terecht.Modules.Promises.Reopen;

/// <summary>Brings any end back to open, with the same first moment; the team that had it owns it.</summary>
internal sealed class ReopenHandler(EventLog events, IOrganisation organisation)
{
    public async Task<ActResult> HandleAsync(PromiseAct.Reopen act, Promise promise, CancellationToken ct)
    {
        if (promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al open.");
        }
        var team = (await organisation.NowAsync(ct)).Team(promise.TeamId);
        var happened = promise.Reopen(team.Code, act.Reason);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }
}
