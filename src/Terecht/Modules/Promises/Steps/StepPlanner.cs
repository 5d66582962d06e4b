using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Data;

namespace Terecht.Modules.Promises.Steps;

/// <summary>
/// Says which step comes next for a promise. Called wherever a moment comes in force: at the making, a renewal, a join and a
/// reopening. An end clears it by itself.
/// </summary>
internal sealed class StepPlanner(TerechtDb db, NormBook norms, IOrganisation organisation)
{
    /// <param name="since">When the moment came in force: now.</param>
    public async ValueTask PlanAsync(Promise promise, Instant since, CancellationToken ct)
    {
        Plan(
            promise,
            (await norms.OfPromiseAsync(promise.NormVersionId, ct)).Steps,
            await organisation.CalendarVersionAsync(promise.CalendarVersionId, ct),
            since
        );
        if (db.Entry(promise) is { State: EntityState.Unchanged or EntityState.Modified } entry)
        {
            // Written also when it is what was read: the loop may have gone a step further for the moment before this one.
            entry.Property(p => p.NextStep).IsModified = true;
            entry.Property(p => p.NextStepAt).IsModified = true;
        }
    }

    /// <summary>The same with the norm's steps and the promise's calendar at hand.</summary>
    public static void Plan(
        Promise promise,
        IReadOnlyList<NormStep> steps,
        Organisation.Contracts.Calendars.ServiceCalendar calendar,
        Instant since
    )
    {
        Instant? due = promise.Due;
        if (due is not { } moment || !promise.IsOpen || promise.Kind == "open_door")
        {
            promise.WaitForStep(null, null);
            return;
        }
        var planned = StepPlan.Of(steps, moment, since, calendar);
        if (planned is not [var first, ..])
        {
            promise.WaitForStep(null, null);
            return;
        }
        promise.WaitForStep((short)(steps.Count - planned.Count), first.At);
        if (first is { At: var at, Step.SendsProgress: true } && at <= since)
        {
            // The citizen heard this moment just now.
            promise.ProgressFor = moment;
        }
    }
}
