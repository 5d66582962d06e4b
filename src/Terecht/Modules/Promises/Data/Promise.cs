using NodaTime;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Promises.Data;

/// <summary>
/// What we will do for somebody, by when. The moments have no setter outside this file: a new team, norm, calendar or text
/// never touches them (docs/promises.md).
/// </summary>
internal sealed class Promise
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required Guid MatterId { get; init; }
    public Guid? QuestionId { get; init; }

    /// <summary>call, write, do or open_door.</summary>
    public required string Kind { get; init; }
    public required string Subject { get; set; }
    public string ToName { get; init; } = "";
    public Guid? ToPartyId { get; init; }
    public string? ToPhone { get; init; }

    /// <summary>cannot or not_allowed.</summary>
    public required string WhyNot { get; init; }

    /// <summary>The sentence as it was said; never edited.</summary>
    public required string Words { get; init; }
    public required string WordsEn { get; init; }
    public required string Language { get; init; }
    public required string Channel { get; init; }
    public required Instant MadeAt { get; init; }
    public Guid? MadeBy { get; init; }
    public required Guid NormId { get; init; }
    public required short NormAttempts { get; init; }
    public required short NormDayparts { get; init; }
    public required Guid CalendarVersionId { get; init; }

    public required Instant FirstDue { get; init; }
    public required Instant Due { get; init; }
    public required Instant LimitAt { get; init; }

    public required Guid TeamId { get; set; }
    public required Instant TeamSince { get; set; }
    public Guid? HolderId { get; private set; }
    public Instant? HeldSince { get; private set; }
    public short Attempts { get; private set; }
    public short Repeats { get; private set; }
    public Instant? LastRepeatAt { get; private set; }
    public short Bounces { get; private set; }
    public Instant? EndedAt { get; private set; }
    public string? EndCode { get; private set; }
    public bool? OnTime { get; private set; }
    public Instant? MomentPassedAt { get; set; }

    /// <summary>When the next step before the moment is due to be taken; null when none is left.</summary>
    public Instant? NextStepAt { get; private set; }

    /// <summary>Place of that step in the norm, counted from the earliest.</summary>
    public short? NextStep { get; private set; }

    /// <summary>The moment in force for which a progress message to the citizen was called for.</summary>
    public Instant? ProgressFor { get; set; }

    /// <summary>Number of the last event. Two who act on the same number collide, and the second sees what the first did.</summary>
    public required int Seq { get; set; }

    public bool IsOpen => EndedAt is null;

    /// <summary>The promise says how many tries in how many dayparts count as kept.</summary>
    public AttemptTerms AttemptTerms => new(NormAttempts == 0 ? null : NormAttempts, NormDayparts);

    /// <summary>Which step before the moment comes next; two nulls for none.</summary>
    public void WaitForStep(short? step, Instant? at) => (NextStep, NextStepAt) = (step, at);

    public PromiseHeld Take(Guid staffId, Instant now)
    {
        (HolderId, HeldSince) = (staffId, now);
        return new PromiseHeld(Id, MatterId, ++Seq, TeamId, staffId);
    }

    public PromiseReleased GiveBack()
    {
        var holder = HolderId ?? throw new InvalidOperationException("Nobody holds it.");
        (HolderId, HeldSince) = (null, null);
        return new PromiseReleased(Id, MatterId, ++Seq, TeamId, holder);
    }

    public PromiseAttempted Attempt(AttemptOutcome outcome, Instant happenedAt, string? whyNotCounting)
    {
        Attempts++;
        return new PromiseAttempted(Id, MatterId, ++Seq, TeamId, happenedAt, outcome.Word(), whyNotCounting);
    }

    public PromiseRepeated Repeat(Guid contactId, Instant now)
    {
        Repeats++;
        LastRepeatAt = now;
        return new PromiseRepeated(Id, MatterId, ++Seq, TeamId, contactId);
    }

    /// <summary>Moves it to another team in one act, so that the teams' clocks have no gap.</summary>
    public PromiseBounced Bounce(Guid toTeam, string toTeamCode, Guid? topicId, string reason, Instant now)
    {
        var from = TeamId;
        Bounces++;
        (TeamId, TeamSince) = (toTeam, now);
        (HolderId, HeldSince) = (null, null);
        return new PromiseBounced(Id, MatterId, ++Seq, from, toTeam, toTeamCode, topicId, reason);
    }

    public PromiseEnded End(PromiseEnd end, string? reason, bool? onTime, Instant now)
    {
        (EndedAt, EndCode, OnTime) = (now, end.Word(), onTime);
        WaitForStep(null, null);
        return new PromiseEnded(Id, MatterId, ++Seq, TeamId, end.Word(), reason, onTime);
    }

    /// <summary>The team that had it owns it again; attempts count from here on.</summary>
    public PromiseReopened Reopen(string teamCode, string reason)
    {
        (EndedAt, EndCode, OnTime) = (null, null, null);
        Attempts = 0;
        return new PromiseReopened(Id, MatterId, ++Seq, TeamId, teamCode, reason);
    }
}
