using NodaTime;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>One act on a promise: append only, and enough to recompute every figure. Both instants are whole seconds.</summary>
internal sealed record PromiseEvent
{
    /// <summary>1, 2, 3 within the promise: the order of recording.</summary>
    public required int Seq { get; init; }

    /// <summary>When it happened. Only an attempt may lie before its recording.</summary>
    public required Instant At { get; init; }

    public required Instant RecordedAt { get; init; }

    public required PromiseEventType Type { get; init; }

    /// <summary>The code of the team that owns it from here on: with made, team, bounce and reopen only.</summary>
    public string? Team { get; init; }

    /// <summary>The moment: of a made, the new one of a renew, the earlier one of the join that goes on.</summary>
    public Instant? Due { get; init; }

    /// <summary>Who wished a renewal.</summary>
    public WishedBy? By { get; init; }

    /// <summary>Why; with an attempt: why it does not count (see <see cref="AttemptReason"/>), else empty.</summary>
    public string? Reason { get; init; }

    /// <summary>The wire word of an end or of an attempt.</summary>
    public string? Outcome { get; init; }

    public PromiseEnd? End => Type == PromiseEventType.End ? PromiseWords.ParseEnd(Outcome) : null;

    public AttemptOutcome? Attempt =>
        Type == PromiseEventType.Attempt ? PromiseWords.ParseAttemptOutcome(Outcome) : null;
}

internal enum PromiseEventType
{
    Made,
    Team,
    Bounce,
    Hold,
    Release,
    Attempt,
    Renew,
    Told,
    Repeat,
    Join,
    End,
    Reopen,
}

internal enum PromiseEnd
{
    Reached,
    Delivered,
    AttemptsDone,
    Withdrawn,
    AnsweredElsewhere,
    NotOwed,
}

internal enum AttemptOutcome
{
    Reached,
    NoAnswer,
    Voicemail,
    WrongNumber,
}

internal enum WishedBy
{
    Citizen,
    Us,
    Event,
}
