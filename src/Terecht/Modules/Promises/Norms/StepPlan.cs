using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Promises.Norms;

/// <summary>When somebody hears that a moment comes near. Made anew for each moment in force.</summary>
internal static class StepPlan
{
    /// <summary>
    /// The steps of a norm as instants, in order, each once. Steps that have passed when the moment comes in force
    /// become one: the latest of them, at once. Delivery waits until the receiver's team is open.
    /// </summary>
    /// <param name="due">The moment in force.</param>
    /// <param name="since">When that moment came in force: the making, a renewal or a join.</param>
    public static IReadOnlyList<PlannedStep> Of(
        IEnumerable<NormStep> steps,
        Instant due,
        Instant since,
        ServiceCalendar calendar
    )
    {
        var planned = steps
            .OrderByDescending(step => step.Before)
            .Select(step => new PlannedStep(step, calendar.SubtractWorkingTime(due, step.Before) ?? since))
            .ToList();
        var passed = planned.FindLastIndex(step => step.At <= since);
        return passed < 0 ? planned : [planned[passed] with { At = since }, .. planned.Skip(passed + 1)];
    }
}

/// <param name="At">From then on; the reaction also waits for the receiver's team to be open.</param>
internal sealed record PlannedStep(NormStep Step, Instant At);
