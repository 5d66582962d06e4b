using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Move;

/// <summary>Who directs the work gives it to another team, or to a colleague of the team. The moment and the words stay.</summary>
internal sealed class MoveHandler(
    TimeProvider clock,
    EventLog events,
    IOrganisation organisation,
    Notices.Notices notices
)
{
    public async Task<ActResult> HandleAsync(PromiseAct.Move act, Promise promise, CancellationToken ct)
    {
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond. Heropen haar eerst.");
        }
        if (MoveReason.All.All(r => r.Code != act.Reason))
        {
            return new ActResult.Refused("Kies waarom een ander team dit doet.", "Reason");
        }
        if ((await organisation.NowAsync(ct)).FindTeam(act.ToTeamId) is not { } team)
        {
            return new ActResult.Refused("Dit team kennen we niet. Kies een team uit de lijst.", "ToTeam");
        }
        if (team.MunicipalityId != promise.MunicipalityId)
        {
            return new ActResult.Refused("Dit team is van een andere gemeente. Kies een ander team.", "ToTeam");
        }
        if (team.Id == promise.TeamId)
        {
            return new ActResult.Refused("Dit team heeft deze toezegging al. Kies een ander team.", "ToTeam");
        }
        var happened = promise.Move(team.Id, team.Code, act.Reason, clock.Now());
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }

    public async Task<ActResult> HandleAsync(PromiseAct.Assign act, Promise promise, CancellationToken ct)
    {
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond. Heropen haar eerst.");
        }
        var now = clock.Now();
        var colleague = (await organisation.NowAsync(ct)).FindStaff(act.ToStaffId);
        if (colleague is null || !colleague.WorksOn(now.Local().Date) || !colleague.Teams.Contains(promise.TeamId))
        {
            return new ActResult.Refused("Deze collega hoort niet bij het team. Kies iemand van het team.", "ToStaff");
        }
        if (colleague.Id == promise.HolderId)
        {
            return new ActResult.Refused($"{colleague.Short} heeft deze toezegging al.", "ToStaff");
        }
        var happened = promise.Take(colleague.Id, now);
        notices.Given(promise, act.StaffId);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }
}
