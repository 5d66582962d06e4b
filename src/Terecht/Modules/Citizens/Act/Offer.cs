using NodaTime;
using Terecht.Modules.Citizens.Status;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Citizens.Act;

/// <summary>Which acts are open to the citizen of a promise.</summary>
internal static class Offer
{
    /// <summary>How long after its end a question can be opened again from its page; by telephone it always can.</summary>
    public static readonly Duration ReopenFor = Duration.FromDays(30);

    public static IEnumerable<CitizenAct> Of(GivenPromise promise, Instant now) =>
        Enum.GetValues<CitizenAct>().Where(act => Has(promise, act, now));

    public static bool Has(GivenPromise promise, CitizenAct act, Instant now) =>
        act switch
        {
            CitizenAct.Number => promise.IsOpen && promise.Row.Kind == "call",
            // Whoever may call us has no moment to wait for.
            CitizenAct.Moment => promise.IsOpen && promise.Row.DoorUntil is null,
            CitizenAct.Add or CitizenAct.Withdraw => promise.IsOpen,
            _ => promise.End is PromiseEnd.AttemptsDone or PromiseEnd.Withdrawn
                && promise.State.EndedAt is { } ended
                && now <= ended + ReopenFor,
        };
}
