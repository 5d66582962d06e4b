using NodaTime;

namespace Terecht.Modules.Promises.Data;

/// <summary>
/// Somebody was told that a moment comes near, one for each step of a moment in force; or what somebody else did with a
/// promise.
/// </summary>
internal sealed class Reminder
{
    public required Guid Id { get; init; }
    public required Guid PromiseId { get; init; }

    /// <summary>A word of <see cref="Contracts.ReminderAbout"/>.</summary>
    public required string About { get; init; }

    /// <summary>The moment in force that comes near; null when it is about something else.</summary>
    public Instant? Due { get; init; }

    /// <summary>Place of the step in the norm, counted from the earliest; null when it is about something else.</summary>
    public short? Step { get; init; }

    /// <summary>A word of <see cref="Contracts.ReminderReceiver"/>.</summary>
    public required string Receiver { get; init; }

    /// <summary>Of the receivers: that of the promise, or Regie.</summary>
    public required Guid TeamId { get; init; }
    public required Guid[] StaffIds { get; init; }
    public required bool ProposesProgress { get; init; }
    public required Instant DeliveredAt { get; init; }
}

/// <summary>One of the receivers looked at it.</summary>
internal sealed class ReminderSeen
{
    public required Guid ReminderId { get; init; }
    public required Guid StaffId { get; init; }
    public required Instant SeenAt { get; init; }
}
