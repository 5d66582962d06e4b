using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Events;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>What an event asks to be told; null where a citizen hears nothing of it, such as a new team or a bounce.</summary>
/// <param name="Reason">Of a new moment: a code.</param>
internal sealed record Telling(Occasion Occasion, Guid PromiseId, NodaTime.Instant? Due, string Reason)
{
    public static Telling? Of(EventRow happened) =>
        happened.Type switch
        {
            "promise.made" => Of(happened.Read<PromiseMade>()),
            "promise.renew" => Of(happened.Read<PromiseRenewed>()),
            "promise.end" => Of(happened.Read<PromiseEnded>()),
            "promise.number_changed" => new Telling(Occasion.NumberChanged, happened.StreamId, null, ""),
            "promise.progress_due" => Of(happened.Read<PromiseProgressDue>(), happened.RecordedAt),
            _ => null,
        };

    private static Telling Of(PromiseMade made) => new(Occasion.Made, made.PromiseId, made.Due, "");

    /// <summary>Once the moment has passed, only that it is late is honest.</summary>
    private static Telling Of(PromiseProgressDue progress, NodaTime.Instant at) =>
        new(at > progress.Due ? Occasion.Late : Occasion.Progress, progress.PromiseId, progress.Due, "");

    private static Telling Of(PromiseRenewed renewed) =>
        new(
            PromiseWords.ParseWishedBy(renewed.By) switch
            {
                WishedBy.Citizen => Occasion.RenewedByCitizen,
                WishedBy.Event => Occasion.RenewedByEvent,
                _ => Occasion.RenewedByUs,
            },
            renewed.PromiseId,
            renewed.Due,
            renewed.Reason
        );

    private static Telling? Of(PromiseEnded ended) =>
        PromiseWords.ParseEnd(ended.Outcome) switch
        {
            PromiseEnd.AttemptsDone => new Telling(Occasion.AttemptsDone, ended.PromiseId, null, ""),
            PromiseEnd.Withdrawn => new Telling(Occasion.Withdrawn, ended.PromiseId, null, ""),
            _ => null,
        };
}
