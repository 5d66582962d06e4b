using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>How the sender goes about; real time, but for <see cref="MostWait"/>.</summary>
internal sealed record TellingPace
{
    /// <summary>How long one node may take over one message before another looks what became of it. Longer than any time-out.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>An act can be taken back for a moment; what is told cannot.</summary>
    public TimeSpan Grace { get; init; } = UndoRule.Unheard.ToTimeSpan();

    /// <summary>Pauses of a gateway that is away, and of a message that must wait; the last one repeats.</summary>
    public IReadOnlyList<TimeSpan> Pauses { get; init; } =
    [
        TimeSpan.FromSeconds(2),
        TimeSpan.FromSeconds(10),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
    ];

    /// <summary>When to ask whether a message arrived; the last one repeats, until <see cref="MostWatched"/>.</summary>
    public IReadOnlyList<TimeSpan> Watch { get; init; } =
    [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    public TimeSpan MostWatched { get; init; } = TimeSpan.FromDays(5);

    /// <summary>
    /// Citizens hear within 24 hours. What could not leave in this time, on the clock of the product, becomes a call, so that
    /// there is time for that.
    /// </summary>
    public TimeSpan MostWait { get; init; } = TimeSpan.FromHours(20);

    public TimeSpan Pause(int tries) => Pauses[Math.Clamp(tries, 1, Pauses.Count) - 1];
}
