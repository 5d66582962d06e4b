using System.Text.Json;
using NodaTime;

namespace Terecht.Platform.Events;

internal sealed class EventRow
{
    public required Guid Id { get; init; }
    public required Guid StreamId { get; init; }
    public int? Seq { get; init; }
    public required string Type { get; init; }
    public required Instant At { get; init; }
    public required Instant RecordedAt { get; init; }

    /// <summary>staff, citizen or system.</summary>
    public required string ActorKind { get; init; }
    public Guid? ActorId { get; init; }
    public Guid? MatterId { get; init; }
    public Guid? TeamId { get; init; }

    /// <summary>The event itself as JSON.</summary>
    public required string Data { get; init; }

    /// <summary>The row of something that was recorded at this instant.</summary>
    public static EventRow Of<T>(T happened, Guid id, Instant recordedAt, string actorKind, Guid? actorId)
        where T : IEvent =>
        new()
        {
            Id = id,
            StreamId = happened.Stream,
            Seq = happened.Seq,
            Type = T.Type,
            At = happened.At ?? recordedAt,
            RecordedAt = recordedAt,
            ActorKind = actorKind,
            ActorId = actorId,
            MatterId = happened.Matter,
            TeamId = happened.Team,
            Data = JsonSerializer.Serialize(happened, EventLog.Json),
        };

    public T Read<T>()
        where T : IEvent => JsonSerializer.Deserialize<T>(Data, EventLog.Json)!;
}
