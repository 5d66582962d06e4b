using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Modules.Promises.Steps;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Notices;

/// <summary>
/// Lets who holds or leads a promise hear what somebody else did with it, in the transaction of that act. Not bound to opening
/// hours: it is a line on a page, there at the next look.
/// </summary>
internal sealed class Notices(TerechtDb db, TimeProvider clock, EventLog events, IOrganisation organisation)
{
    /// <summary>The citizen asked again: holder, or else the team, and the lead.</summary>
    public async Task AskedAgainAsync(Promise promise, CancellationToken ct)
    {
        var (holder, lead) = (
            await OfAsync(promise, StepReceiver.Holder, ct),
            await OfAsync(promise, StepReceiver.Lead, ct)
        );
        Add(promise, ReminderAbout.Repeat, holder with { Staff = [.. holder.Staff.Union(lead.Staff)] });
    }

    /// <summary>A colleague gave it to somebody, who has it from now on.</summary>
    public void Given(Promise promise, Guid by)
    {
        if (promise.HolderId is { } holder && holder != by)
        {
            Add(promise, ReminderAbout.Given, promise.TeamId, ReminderReceiver.Holder, [holder]);
        }
    }

    /// <summary>It ended, and its holder need do nothing any more.</summary>
    public void Ended(Promise promise, Guid by)
    {
        if (promise.HolderId is { } holder && holder != by)
        {
            Add(promise, ReminderAbout.Ended, promise.TeamId, ReminderReceiver.Holder, [holder]);
        }
    }

    /// <summary>Regie asks the lead, the deputy where the lead is away, to look at it.</summary>
    /// <returns>The id of the event; null when nobody who leads the team is there: it would come back to Regie itself.</returns>
    public async Task<Guid?> AskLeadAsync(Promise promise, CancellationToken ct)
    {
        var lead = await OfAsync(promise, StepReceiver.Lead, ct);
        if (lead.Kind == ReminderReceiver.Regie)
        {
            return null;
        }
        return Add(promise, ReminderAbout.Asked, lead);
    }

    private async Task<Receivers> OfAsync(Promise promise, StepReceiver to, CancellationToken ct) =>
        Receivers.Of(
            to,
            new Promised(promise.MunicipalityId, promise.TeamId, promise.HolderId),
            await organisation.NowAsync(ct),
            clock.Now()
        );

    private Guid Add(Promise promise, string about, Receivers to) => Add(promise, about, to.Team.Id, to.Kind, to.Staff);

    private Guid Add(Promise promise, string about, Guid team, string receiver, Guid[] staff)
    {
        db.Add(
            new Reminder
            {
                Id = clock.NewId(),
                PromiseId = promise.Id,
                About = about,
                Receiver = receiver,
                TeamId = team,
                StaffIds = staff,
                ProposesProgress = false,
                DeliveredAt = clock.Now(),
            }
        );
        return events.Record(new PromiseNoticed(promise.Id, promise.MatterId, promise.TeamId, about, staff));
    }
}
