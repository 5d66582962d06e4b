using NodaTime;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Platform.Outbox;

/// <summary>One thing to be done after the commit. <see cref="Kind"/> names the reaction that does it.</summary>
internal sealed class OutboxRow
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public Guid? EventId { get; init; }
    public required string Payload { get; init; }
    public required Instant CreatedAt { get; init; }

    /// <summary>On the real clock.</summary>
    public Instant NextTryAt { get; set; }
    public int Tries { get; set; }
    public Instant? DoneAt { get; set; }

    /// <summary>Given up: shown to the administrator, waits for a person.</summary>
    public Instant? StuckAt { get; set; }
    public string? LastError { get; set; }

    public static OutboxRow For(string reaction, EventRow happened, TimeProvider clock) =>
        new()
        {
            Id = clock.NewId(),
            Kind = reaction,
            EventId = happened.Id,
            Payload = "{}",
            CreatedAt = clock.Now(),
            NextTryAt = RealClock.Instance.Now(),
        };
}
