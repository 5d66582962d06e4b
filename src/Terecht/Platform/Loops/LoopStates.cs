using System.Collections.Concurrent;
using NodaTime;
using Terecht.Platform.Time;

namespace Terecht.Platform.Loops;

/// <summary>How one loop of this program does; on the real clock, as loops themselves are.</summary>
/// <param name="WorkedAt">When a step last ended well; null before the first.</param>
/// <param name="FailedAt">When a step last failed; null when none did.</param>
/// <param name="Error">The type of the last failure; stays after it went well again.</param>
internal sealed record LoopState(string Loop, Instant? WorkedAt, Instant? FailedAt, string? Error, bool Failing);

/// <summary>How every loop of this program does: for <c>/health/ready</c>, and for the administrator.</summary>
internal sealed class LoopStates
{
    private readonly ConcurrentDictionary<string, LoopState> _loops = new(StringComparer.Ordinal);

    public void Worked(string loop)
    {
        var now = RealClock.Instance.Now();
        _loops.AddOrUpdate(
            loop,
            _ => new LoopState(loop, now, null, null, Failing: false),
            (_, known) => known with { WorkedAt = now, Failing = false }
        );
    }

    public void Failed(string loop, string error)
    {
        var now = RealClock.Instance.Now();
        _loops.AddOrUpdate(
            loop,
            _ => new LoopState(loop, null, now, error, Failing: true),
            (_, known) => known with { FailedAt = now, Error = error, Failing = true }
        );
    }

    public IReadOnlyList<LoopState> All => [.. _loops.Values.OrderBy(l => l.Loop, StringComparer.Ordinal)];

    public IEnumerable<(string Loop, string Error)> Failing =>
        _loops.Values.Where(l => l.Failing).Select(l => (l.Loop, l.Error!));
}
