using NodaTime;

namespace Terecht.Modules.Citizens.Data;

/// <summary>One message about one event. Its text is not kept: that holds a link, and is written again from what is here.</summary>
internal sealed class Message
{
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required Guid MatterId { get; init; }
    public required Guid PromiseId { get; init; }

    /// <summary>Of an <see cref="Tell.Occasion"/>.</summary>
    public required string Code { get; init; }

    /// <summary>0: the shipped text.</summary>
    public required int TemplateVersion { get; init; }
    public required string Language { get; init; }
    public required string Channel { get; init; }
    public required string Address { get; init; }
    public Instant? Due { get; init; }

    /// <summary>Why there is another moment: a code.</summary>
    public string Reason { get; init; } = "";
    public short Attempts { get; init; }

    /// <summary>A word of <see cref="MessageState"/>.</summary>
    public required string State { get; set; }
    public string? ProviderId { get; set; }
    public required Instant CreatedAt { get; init; }
    public Instant? SentAt { get; set; }
    public Instant? FailedAt { get; set; }

    /// <summary>Why it is not there yet, or never will be: a code.</summary>
    public string? Why { get; set; }
    public int Tries { get; set; }

    /// <summary>On the real clock; null when nothing is to be done any more.</summary>
    public Instant? NextTryAt { get; set; }
}

internal static class MessageState
{
    public const string Waiting = "waiting";

    /// <summary>Handed over, and we do not know yet whether it was taken: asked before it is sent again.</summary>
    public const string Sending = "sending";

    /// <summary>The gateway has it.</summary>
    public const string Sent = "sent";
    public const string Delivered = "delivered";
    public const string Refused = "refused";
    public const string Bounced = "bounced";

    /// <summary>Something newer was told, or it was over, before this left.</summary>
    public const string NotNeeded = "not_needed";
}

/// <summary>A gateway that is away is asked again with growing pauses, for all its messages together.</summary>
internal sealed class GatewayPause
{
    public required string Channel { get; init; }
    public required Instant Since { get; init; }
    public required int Tries { get; set; }

    /// <summary>On the real clock.</summary>
    public required Instant NextTryAt { get; set; }
    public required string Why { get; set; }
}

/// <summary>A text that a municipality wrote itself. Never changed: a change is a version.</summary>
internal sealed class TemplateRow
{
    public required Guid MunicipalityId { get; init; }
    public required string Code { get; init; }
    public required string Channel { get; init; }
    public required string Language { get; init; }
    public required int Version { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public required Instant RecordedAt { get; init; }
    public required Guid RecordedBy { get; init; }
}
