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

/// <summary>Somebody heard what another did with a promise that they hold or lead.</summary>
/// <param name="About">A word of <see cref="ReminderAbout"/>.</param>
internal sealed record PromiseNoticed(Guid PromiseId, Guid MatterId, Guid TeamId, string About, Guid[] StaffIds)
    : IEvent
{
    public static string Type => "promise.noticed";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => StaffIds.Select(id => $"staff:{id}");
}

/// <summary>
/// The citizen hears now how it stands: the norm says so, or a colleague wishes it. It changes no moment, and tells that it
/// is late where the moment has passed.
/// </summary>
internal sealed record PromiseProgressDue(Guid PromiseId, Guid MatterId, Guid TeamId, Instant Due) : IEvent
{
    public static string Type => "promise.progress_due";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>A colleague who asked for it takes it back, before the citizen heard it.</summary>
internal sealed record PromiseProgressTakenBack(Guid PromiseId, Guid MatterId, Guid TeamId) : IEvent
{
    public static string Type => "promise.progress_taken_back";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>What somebody is reminded of. Words are stored.</summary>
internal static class ReminderAbout
{
    /// <summary>Its moment comes near, or has passed.</summary>
    public const string Moment = "moment";

    /// <summary>The citizen asked again.</summary>
    public const string Repeat = "repeat";

    /// <summary>A colleague gave it to the receiver.</summary>
    public const string Given = "given";

    /// <summary>It ended without its holder.</summary>
    public const string Ended = "ended";

    /// <summary>Regie asks the lead to look at it.</summary>
    public const string Asked = "asked";
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
