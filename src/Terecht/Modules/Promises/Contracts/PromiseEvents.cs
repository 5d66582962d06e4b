using NodaTime;
using Terecht.Platform.Events;

namespace Terecht.Modules.Promises.Contracts;

// One record per act. Together they are the history of a promise: PromiseLedger folds them, the export prints them.

/// <summary>A promise was made, by a team, for a moment.</summary>
internal sealed record PromiseMade(
    Guid PromiseId,
    Guid MatterId,
    Guid TeamId,
    string TeamCode,
    Instant? Due,
    string Kind,
    string WhyNot
) : IEvent
{
    public static string Type => "promise.made";
    public Guid Stream => PromiseId;
    public int? Seq => 1;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>"Not ours": it went to a better team, or to Regie.</summary>
internal sealed record PromiseBounced(
    Guid PromiseId,
    Guid MatterId,
    int No,
    Guid FromTeamId,
    Guid TeamId,
    string TeamCode,
    Guid? TopicId,
    string Reason
) : IEvent
{
    public static string Type => "promise.bounce";
    public Guid Stream => PromiseId;
    public int? Seq => No;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => [.. PromiseTopics.Of(MatterId, TeamId), $"team:{FromTeamId}"];
}

/// <summary>Somebody took it for the team.</summary>
internal sealed record PromiseHeld(Guid PromiseId, Guid MatterId, int No, Guid TeamId, Guid StaffId) : IEvent
{
    public static string Type => "promise.hold";
    public Guid Stream => PromiseId;
    public int? Seq => No;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>The holder gave it back to the team.</summary>
internal sealed record PromiseReleased(Guid PromiseId, Guid MatterId, int No, Guid TeamId, Guid StaffId) : IEvent
{
    public static string Type => "promise.release";
    public Guid Stream => PromiseId;
    public int? Seq => No;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>Somebody tried to reach the person.</summary>
/// <param name="HappenedAt">May be set back within the day of recording.</param>
/// <param name="Reason">Why it does not count; null when it does, or made contact.</param>
internal sealed record PromiseAttempted(
    Guid PromiseId,
    Guid MatterId,
    int No,
    Guid TeamId,
    Instant HappenedAt,
    string Outcome,
    string? Reason
) : IEvent
{
    public static string Type => "promise.attempt";
    public Guid Stream => PromiseId;
    public int? Seq => No;
    public Instant? At => HappenedAt;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>The citizen asked again while it was open. No second promise was made.</summary>
internal sealed record PromiseRepeated(Guid PromiseId, Guid MatterId, int No, Guid TeamId, Guid ContactId) : IEvent
{
    public static string Type => "promise.repeat";
    public Guid Stream => PromiseId;
    public int? Seq => No;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>It ended.</summary>
/// <param name="Outcome">A word of <see cref="PromiseEnd"/>.</param>
/// <param name="OnTime">By the rule, at that moment; null where it counts in neither.</param>
internal sealed record PromiseEnded(
    Guid PromiseId,
    Guid MatterId,
    int No,
    Guid TeamId,
    string Outcome,
    string? Reason,
    bool? OnTime
) : IEvent
{
    public static string Type => "promise.end";
    public Guid Stream => PromiseId;
    public int? Seq => No;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>It was opened again, with the same first moment.</summary>
internal sealed record PromiseReopened(
    Guid PromiseId,
    Guid MatterId,
    int No,
    Guid TeamId,
    string TeamCode,
    string Reason
) : IEvent
{
    public static string Type => "promise.reopen";
    public Guid Stream => PromiseId;
    public int? Seq => No;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>Its moment passed while it was open. Not an act on the promise: nothing about it changed but that it is late.</summary>
internal sealed record PromiseMomentPassed(Guid PromiseId, Guid MatterId, Guid TeamId, Guid? HolderId, Instant Due)
    : IEvent
{
    public static string Type => "promise.moment_passed";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

internal static class PromiseTopics
{
    public static string[] Of(Guid matterId, Guid teamId) => [$"team:{teamId}", $"matter:{matterId}", "promises"];
}
