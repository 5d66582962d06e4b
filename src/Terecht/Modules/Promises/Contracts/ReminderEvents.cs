using NodaTime;
using Terecht.Platform.Events;

namespace Terecht.Modules.Promises.Contracts;

// No acts on a promise: nothing about it changed, so they carry no number in its history.

/// <summary>Somebody was told that its moment comes near, or has passed.</summary>
/// <param name="TeamId">Of the receivers: that of the promise, or Regie.</param>
/// <param name="Step">Place of the step in the norm, counted from the earliest.</param>
/// <param name="Receiver">A word of <see cref="ReminderReceiver"/>.</param>
internal sealed record PromiseReminded(
    Guid PromiseId,
    Guid MatterId,
    Guid TeamId,
    Instant Due,
    short Step,
    string Receiver,
    Guid[] StaffIds
) : IEvent
{
    public static string Type => "promise.reminded";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics =>
        [.. StaffIds.Select(id => $"staff:{id}"), .. PromiseTopics.Of(MatterId, TeamId)];
}

/// <summary>The norm says that the citizen hears now, by itself, how it stands. It changes no moment.</summary>
internal sealed record PromiseProgressDue(Guid PromiseId, Guid MatterId, Guid TeamId, Instant Due) : IEvent
{
    public static string Type => "promise.progress_due";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>Who heard it. Words are stored.</summary>
internal static class ReminderReceiver
{
    public const string Holder = "holder";
    public const string Team = "team";
    public const string Lead = "lead";
    public const string Deputy = "deputy";
    public const string Regie = "regie";
}
