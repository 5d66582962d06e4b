using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Attempt;

/// <summary>Records that somebody tried to reach the citizen, and whether that counts for the norm.</summary>
internal sealed class AttemptHandler(TerechtDb db, TimeProvider clock, EventLog events, IOrganisation organisation)
{
    public async Task<ActResult> HandleAsync(PromiseAct.Attempt act, Promise promise, CancellationToken ct)
    {
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond. Heropen haar eerst.");
        }
        var now = clock.Now();
        // A call of now is after any reopening.
        var reopenedAt = act.HappenedAt < now ? await PromiseHistory.LastReopeningAsync(db, promise.Id, ct) : null;
        if (AttemptRule.WrongTime(act.HappenedAt, now, promise.MadeAt, reopenedAt) is { } wrong)
        {
            return new ActResult.Refused(wrong, "Time");
        }

        if (promise.HolderId is null)
        {
            // Who calls for the team has it.
            events.Record(promise.Take(act.StaffId, now));
        }
        var calendar = await organisation.CalendarVersionAsync(promise.CalendarVersionId, ct);
        var toAgreedNumber = promise.ToPhone is null || promise.ToPhone == act.Number;
        var whyNot = AttemptRule.WhyNotCounting(act.HappenedAt, act.Outcome, toAgreedNumber, calendar, promise.LimitAt);
        var happened = promise.Attempt(act.Outcome, act.HappenedAt, whyNot);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }
}
