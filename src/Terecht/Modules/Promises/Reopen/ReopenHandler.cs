using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Reopen;

/// <summary>Brings any end back to open, with the same first moment; the team that had it owns it, unless another is named.</summary>
internal sealed class ReopenHandler(TimeProvider clock, EventLog events, IOrganisation organisation)
{
    public async Task<ActResult> HandleAsync(PromiseAct.Reopen act, Promise promise, CancellationToken ct)
    {
        if (promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al open.");
        }
        if (string.IsNullOrWhiteSpace(act.Reason))
        {
            return new ActResult.Refused("Kies waarom dit weer open moet.", "Reason");
        }
        var team = (await organisation.NowAsync(ct)).FindTeam(act.ToTeamId ?? promise.TeamId);
        if (team is null || team.MunicipalityId != promise.MunicipalityId)
        {
            return new ActResult.Refused("Dit team kennen we niet. Kies een team uit de lijst.", "ToTeam");
        }
        promise.OwnedBy(team.Id, clock.Now());
        var happened = promise.Reopen(team.Code, act.Reason);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }
}
