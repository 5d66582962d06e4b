using NodaTime;

namespace Terecht.Modules.Routing.Data;

internal sealed class Procedure
{
    public required Guid TopicId { get; init; }
    public required Guid TeamId { get; set; }
    public required short Line { get; set; }
}

/// <summary>A promise that went to the wrong team first: what routing learns from.</summary>
internal sealed class WrongTurn
{
    /// <summary>The id of the event, so that one bounce is one row.</summary>
    public required Guid Id { get; init; }
    public required Guid PromiseId { get; init; }
    public Guid? TopicId { get; init; }
    public required Guid FromTeamId { get; init; }
    public required Guid ToTeamId { get; init; }
    public required string Reason { get; init; }
    public required Instant At { get; init; }
}
