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
    /// <summary>How the citizen wished to have it in writing; null for not at all.</summary>
    public string? TellChannel { get; init; }
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

/// <summary>Another moment came in force. Who wished it decides whether the limit goes along.</summary>
/// <param name="By">citizen, us or event.</param>
/// <param name="Reason">A code of <see cref="RenewReason"/>.</param>
/// <param name="WasNotBefore">From when on the citizen expected us until now: for who takes it back.</param>
internal sealed record PromiseRenewed(
    Guid PromiseId,
    Guid MatterId,
    int No,
    Guid TeamId,
    Instant Due,
    string By,
    string Reason,
    Instant? WasNotBefore
) : IEvent
{
    public static string Type => "promise.renew";
    public Guid Stream => PromiseId;
    public int? Seq => No;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>Two promises of one matter became one; each gets this event. The one that goes on has the earlier moment in it.</summary>
internal sealed record PromiseJoined(Guid PromiseId, Guid MatterId, int No, Guid TeamId, Guid OtherId, Instant? Due)
    : IEvent
{
    public static string Type => "promise.join";
    public Guid Stream => PromiseId;
    public int? Seq => No;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>Who directs the work gave it to another team. Not a bounce.</summary>
/// <param name="Reason">A code of <see cref="MoveReason"/>.</param>
internal sealed record PromiseMoved(
    Guid PromiseId,
    Guid MatterId,
    int No,
    Guid FromTeamId,
    Guid TeamId,
    string TeamCode,
    string Reason
) : IEvent
{
    public static string Type => "promise.team";
    public Guid Stream => PromiseId;
    public int? Seq => No;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => [.. PromiseTopics.Of(MatterId, TeamId), $"team:{FromTeamId}"];
}

/// <summary>The citizen was told something about it: a new moment, or that it becomes late.</summary>
/// <param name="Channel">phone, sms, mail or letter.</param>
/// <param name="What">A code of <see cref="ToldAbout"/>.</param>
internal sealed record PromiseTold(Guid PromiseId, Guid MatterId, int No, Guid TeamId, string Channel, string What)
    : IEvent
{
    public static string Type => "promise.told";
    public Guid Stream => PromiseId;
    public int? Seq => No;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>From now on it is another number that we call. The numbers themselves are not in the event.</summary>
/// <param name="Unchecked">By somebody who only knew reference and code.</param>
internal sealed record PromiseNumberChanged(Guid PromiseId, Guid MatterId, Guid TeamId, bool Unchecked) : IEvent
{
    public static string Type => "promise.number_changed";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>A colleague found the number right that was given without a check.</summary>
internal sealed record PromiseNumberChecked(Guid PromiseId, Guid MatterId, Guid TeamId) : IEvent
{
    public static string Type => "promise.number_checked";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>The citizen added something to the question; the words are a remark.</summary>
internal sealed record PromiseAddedTo(Guid PromiseId, Guid MatterId, Guid TeamId) : IEvent
{
    public static string Type => "promise.added_to";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>A colleague thinks that it is not owed, and asks Regie.</summary>
internal sealed record PromiseNotOwedAsked(Guid PromiseId, Guid MatterId, Guid TeamId, string Reason) : IEvent
{
    public static string Type => "promise.not_owed_asked";
    public Guid Stream => PromiseId;
    public Guid? Matter => MatterId;
    public Guid? Team => TeamId;
    public IEnumerable<string> Topics => PromiseTopics.Of(MatterId, TeamId);
}

/// <summary>Regie said no, or the colleague took the question back: it is owed.</summary>
internal sealed record PromiseNotOwedRefused(Guid PromiseId, Guid MatterId, Guid TeamId) : IEvent
{
    public static string Type => "promise.not_owed_refused";
    public Guid Stream => PromiseId;
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

/// <summary>A happening got a date, or another one: everybody tied to it moves and hears.</summary>
/// <param name="Moved">How many promises got a moment by it.</param>
internal sealed record HappeningDated(Guid HappeningId, LocalDate StartsOn, int Moved) : IEvent
{
    public static string Type => "happening.dated";
    public Guid Stream => HappeningId;
    public IEnumerable<string> Topics => ["promises", "settings"];
}

/// <summary>There is no date yet: somebody looks again at another moment.</summary>
internal sealed record HappeningChecked(Guid HappeningId, Instant CheckAt, int Promises) : IEvent
{
    public static string Type => "happening.checked";
    public Guid Stream => HappeningId;
    public IEnumerable<string> Topics => ["promises"];
}

internal static class PromiseTopics
{
    public static string[] Of(Guid matterId, Guid teamId) => [$"team:{teamId}", $"matter:{matterId}", "promises"];
}
