using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Bounce;

/// <summary>
/// "Not ours": a better team owns it at once; who does not know gives it to Regie, and so does the third bounce. The moment
/// and the words stay as they are.
/// </summary>
internal sealed class BounceHandler(TimeProvider clock, EventLog events, IOrganisation organisation, IContacts contacts)
{
    /// <summary>From this bounce on, Regie decides.</summary>
    public const int RegieDecidesFrom = 3;

    public async Task<ActResult> HandleAsync(PromiseAct.Bounce act, Promise promise, CancellationToken ct)
    {
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond. Heropen haar eerst.");
        }
        if (BounceReason.All.All(r => r.Code != act.Reason))
        {
            return new ActResult.Refused("Kies waarom deze vraag niet bij uw team hoort.", "Reason");
        }
        var now = await organisation.NowAsync(ct);
        var wanted = now.FindTeam(act.ToTeamId);
        if (act.ToTeamId is not null && wanted is null)
        {
            return new ActResult.Refused("Dit team kennen we niet. Kies een team uit de lijst.", "ToTeam");
        }
        if (wanted is not null && wanted.MunicipalityId != promise.MunicipalityId)
        {
            return new ActResult.Refused("Dit team is van een andere gemeente. Kies een ander team.", "ToTeam");
        }
        if (wanted?.Id == promise.TeamId)
        {
            return new ActResult.Refused("Uw team heeft deze vraag al. Kies een ander team.", "ToTeam");
        }

        var regie = now.Regie(promise.MunicipalityId);
        if (wanted is null && promise.TeamId == regie.Id)
        {
            return new ActResult.Refused("Regie beslist welk team dit doet. Kies een team.", "ToTeam");
        }
        // What Regie decided does not come back to it: it owns the promise because it decides.
        var regieDecides = promise.Bounces + 1 >= RegieDecidesFrom && promise.TeamId != regie.Id;
        var team = wanted is null || regieDecides ? regie : wanted;
        var matter = await contacts.FindMatterAsync(promise.MatterId, ct);
        var happened = promise.Bounce(team.Id, team.Code, matter?.TopicId, act.Reason, clock.Now());
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }
}
