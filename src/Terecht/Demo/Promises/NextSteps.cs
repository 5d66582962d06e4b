using NodaTime;
using Terecht.Demo.Rows;
using Terecht.Demo.Town;
using Terecht.Modules.Promises.Steps;

namespace Terecht.Demo.Promises;

/// <summary>
/// What comes next for every promise that is open. The demo begins now: steps that passed before are one, as for a moment that
/// comes in force now, and the program takes it by itself.
/// </summary>
internal static class NextSteps
{
    public static void Plan(Municipality town, DemoRows rows, Instant now)
    {
        var calendars = town
            .Teams.DistinctBy(t => t.CalendarVersionId)
            .ToDictionary(t => t.CalendarVersionId, t => t.Calendar);
        foreach (var promise in rows.Promises.Where(p => p.IsOpen))
        {
            StepPlanner.Plan(
                promise,
                town.Norms.OfPromise(promise.NormId).Steps,
                calendars[promise.CalendarVersionId],
                now
            );
        }
    }
}
