using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Renew;

/// <summary>
/// Promises another moment, that the team can keep. The first moment stays; whose wish it was decides what it does to the
/// limit. The citizen is told from the event.
/// </summary>
internal sealed class RenewHandler(TerechtDb db, TimeProvider clock, EventLog events, IOrganisation organisation)
{
    public async Task<ActResult> HandleAsync(PromiseAct.Renew act, Promise promise, CancellationToken ct)
    {
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond. Heropen haar eerst.");
        }
        if (promise.DoorUntil is not null)
        {
            return new ActResult.Refused("De burger mag zelf bellen. Daar hoort geen moment bij.");
        }
        if (act.By == WishedBy.Us && RenewReason.Ours.All(r => r.Code != act.Reason))
        {
            return new ActResult.Refused("Kies waarom wij het niet halen.", "Reason");
        }
        var now = clock.Now();
        var team = (await organisation.NowAsync(ct)).Team(promise.TeamId);
        var answer = DueMoment.Of(
            new DueRule.ChosenMoment(),
            now,
            team.Calendar,
            StatutoryCalendar.Shipped,
            act.Chosen
        );
        if (answer is not DueAnswer.Due(var due))
        {
            return new ActResult.Refused(((DueAnswer.Refused)answer).Nl, "Chosen");
        }
        if (due == promise.Due)
        {
            return new ActResult.Refused("Dit moment is al beloofd. Kies een ander moment.", "Chosen");
        }
        var history = await PromiseHistory.ReadAsync(db, promise.Id, ct);
        var before = PromiseLedger.MomentsOf(history);
        var notBefore = KeepableMoments.NotBefore(act.Chosen, team.Calendar);
        var happened = promise.Renew(before, due, notBefore, act.By, act.Reason, now);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }
}
