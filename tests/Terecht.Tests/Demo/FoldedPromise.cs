using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Events;

namespace Terecht.Tests.Demo;

/// <summary>All that is stored of a promise and can be known from its events.</summary>
internal sealed record FoldedPromise(
    string Team,
    Instant TeamSince,
    Guid? Holder,
    Instant? HeldSince,
    Instant FirstDue,
    Instant Due,
    Instant Limit,
    Instant? EndedAt,
    string? End,
    bool? OnTime,
    int Attempts,
    int Repeats,
    Instant? LastRepeatAt,
    int Bounces,
    int Seq
)
{
    public static FoldedPromise Stored(Promise promise, string team) =>
        new(
            team,
            promise.TeamSince,
            promise.HolderId,
            promise.HeldSince,
            promise.FirstDue!.Value,
            promise.Due!.Value,
            promise.LimitAt!.Value,
            promise.EndedAt,
            promise.EndCode,
            promise.OnTime,
            promise.Attempts,
            promise.Repeats,
            promise.LastRepeatAt,
            promise.Bounces,
            promise.Seq
        );

    public static FoldedPromise Of(IReadOnlyList<EventRow> rows, AttemptTerms terms, Instant now)
    {
        var events = rows.Select(PromiseHistory.Read).ToList();
        var state = PromiseLedger.Fold(events, terms, now);
        var opened = events.LastOrDefault(e => e.Type == PromiseEventType.Reopen)?.Seq ?? 0;
        var moved = events.Last(e =>
            e.Type is PromiseEventType.Made or PromiseEventType.Bounce or PromiseEventType.Team
        );
        var held = rows.LastOrDefault(r => r.Type == "promise.hold");
        var freed = rows.LastOrDefault(r => r.Type is "promise.release" or "promise.bounce");
        var holding = held?.Seq > (freed?.Seq ?? 0) ? held : null;
        return new FoldedPromise(
            state.Team,
            moved.At,
            holding?.Read<PromiseHeld>().StaffId,
            holding?.RecordedAt,
            state.Moments.First!.Value,
            state.Moments.InForce!.Value,
            state.Moments.Limit!.Value,
            state.EndedAt,
            state.End?.Word(),
            // Of an open promise nothing is stored yet.
            state.EndedAt
                is null
                ? null
                : state.OnTime,
            events.Count(e => e.Type == PromiseEventType.Attempt && e.Seq > opened),
            events.Count(e => e.Type == PromiseEventType.Repeat),
            events.LastOrDefault(e => e.Type == PromiseEventType.Repeat)?.At,
            events.Count(e => e.Type == PromiseEventType.Bounce),
            rows[^1].Seq!.Value
        );
    }
}
