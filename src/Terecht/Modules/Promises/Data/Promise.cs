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
    public string? ToPhone { get; set; }

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
    public required Guid NormVersionId { get; init; }
    public required short NormAttempts { get; init; }
    public required short NormDayparts { get; init; }
    public required Guid CalendarVersionId { get; init; }

    public Instant? FirstDue { get; private set; }
    public Instant? Due { get; private set; }
    public Instant? LimitAt { get; private set; }

    /// <summary>When somebody must look: the moment in force, else the check moment, else the end of an open door.</summary>
    public Instant LookAt { get; set; }

    /// <summary>The citizen asked not to be called before this.</summary>
    public Instant? NotBefore { get; set; }
    public short Renewals { get; private set; }

    /// <summary>The moment lies so many days before this begins.</summary>
    public Guid? HappeningId { get; init; }
    public short? DaysBefore { get; init; }

    /// <summary>Of an open door: until when, and to whom in the team; null for the team.</summary>
    public Instant? DoorUntil { get; init; }
    public Guid? DoorStaffId { get; init; }

    /// <summary>sms, mail or letter, as the citizen allowed; null for none.</summary>
    public string? TellChannel { get; set; }
    public string? TellAddress { get; set; }
    public Instant? PhoneUncheckedAt { get; set; }
    public string? OldPhone { get; set; }
    public Instant? NotOwedAskedAt { get; set; }
    public Guid? NotOwedAskedBy { get; set; }
    public string? NotOwedReason { get; set; }
    public Guid? AnsweredBy { get; set; }

    /// <summary>The last time that the citizen heard something after the making, and how.</summary>
    public Instant? ToldAt { get; private set; }
    public string? ToldChannel { get; private set; }

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

    /// <summary>Its moment lies on a day that was closed afterwards. Says nothing about the moment itself.</summary>
    public Instant? DayClosedAt { get; set; }

    /// <summary>When the next step before the moment is due to be taken; null when none is left.</summary>
    public Instant? NextStepAt { get; private set; }

    /// <summary>Place of that step in the norm, counted from the earliest.</summary>
    public short? NextStep { get; private set; }

    /// <summary>The moment in force for which a progress message to the citizen was called for.</summary>
    public Instant? ProgressFor { get; set; }

    /// <summary>The last time that a colleague asked for one, and did not take that back.</summary>
    public Instant? ProgressAskedAt { get; set; }

    /// <summary>Since when the citizen must be told something that could not be told in writing, and why not.</summary>
    public Instant? UntoldSince { get; private set; }
    public string? UntoldWhy { get; private set; }

    /// <summary>Number of the last event. Two who act on the same number collide, and the second sees what the first did.</summary>
    public required int Seq { get; set; }

    public bool IsOpen => EndedAt is null;

    /// <summary>How the moments stood when it was made.</summary>
    public PromiseMoments Starting
    {
        init
        {
            Moments(value);
            LookAt = value.InForce ?? LookAt;
        }
    }

    /// <summary>The promise says how many tries in how many dayparts count as kept.</summary>
    public AttemptTerms AttemptTerms => new(NormAttempts == 0 ? null : NormAttempts, NormDayparts);

    /// <summary>Another moment comes in force. What it does to the limit is decided by <see cref="PromiseMoments"/>.</summary>
    /// <param name="before">The moments that held until now.</param>
    /// <param name="notBefore">From when on the citizen expects us at that moment; null for no beginning.</param>
    public PromiseRenewed Renew(
        PromiseMoments before,
        Instant due,
        Instant? notBefore,
        WishedBy by,
        string reason,
        Instant now
    )
    {
        var wasNotBefore = NotBefore;
        Moments(before.Renewed(due, by, now));
        Renewals++;
        LookAt = due;
        (NotBefore, MomentPassedAt, DayClosedAt) = (notBefore, null, null);
        return new PromiseRenewed(Id, MatterId, ++Seq, TeamId, due, by.Word(), reason, wasNotBefore);
    }

    /// <summary>Another promise was joined into this one, which takes the earlier moment.</summary>
    public PromiseJoined JoinedBy(PromiseMoments before, Promise other, Instant? due)
    {
        var inForce = Due;
        Moments(before.Joined(due));
        if (Due is { } earlier && earlier != inForce)
        {
            (LookAt, MomentPassedAt, NotBefore) = (earlier, null, other.NotBefore);
        }
        return new PromiseJoined(Id, MatterId, ++Seq, TeamId, other.Id, due);
    }

    /// <summary>This one goes on as another promise of the same matter; the end follows in the same second.</summary>
    public PromiseJoined JoinedInto(Promise other)
    {
        AnsweredBy = other.Id;
        return new PromiseJoined(Id, MatterId, ++Seq, TeamId, other.Id, null);
    }

    /// <summary>Moved by who directs the work; not a bounce. One act, so that the teams' clocks have no gap.</summary>
    public PromiseMoved Move(Guid toTeam, string toTeamCode, string reason, Instant now)
    {
        var from = TeamId;
        OwnedBy(toTeam, now);
        return new PromiseMoved(Id, MatterId, ++Seq, from, toTeam, toTeamCode, reason);
    }

    /// <summary>A bounce that was pressed by mistake: back where it came from, and not counted.</summary>
    public PromiseMoved MoveBack(Guid toTeam, string toTeamCode, Instant now)
    {
        Bounces--;
        return Move(toTeam, toTeamCode, MoveReason.Undone, now);
    }

    /// <summary>Whoever was told of the promise itself is not waiting for that any more.</summary>
    public PromiseTold Told(string channel, string what, Instant now)
    {
        if (what is not (ToldAbout.NumberChanged or ToldAbout.Withdrawn))
        {
            (UntoldSince, UntoldWhy) = (null, null);
        }
        if (what != ToldAbout.Made)
        {
            (ToldAt, ToldChannel) = (now, channel);
        }
        return new PromiseTold(Id, MatterId, ++Seq, TeamId, channel, what);
    }

    /// <summary>Which step before the moment comes next; two nulls for none.</summary>
    public void WaitForStep(short? step, Instant? at) => (NextStep, NextStepAt) = (step, at);

    /// <summary>Takes the mark away, where it was there for want of a way alone: a message that came back is another matter.</summary>
    public bool HasNothingToTell()
    {
        if (UntoldWhy != Contracts.UntoldWhy.NoWay)
        {
            return false;
        }
        (UntoldSince, UntoldWhy) = (null, null);
        return true;
    }

    public PromiseUntold CannotBeTold(string why, Instant now)
    {
        (UntoldSince, UntoldWhy) = (UntoldSince ?? now, why);
        return new PromiseUntold(Id, MatterId, TeamId, why);
    }

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
        OwnedBy(toTeam, now);
        return new PromiseBounced(Id, MatterId, ++Seq, from, toTeam, toTeamCode, topicId, reason);
    }

    public PromiseEnded End(PromiseEnd end, string? reason, bool? onTime, Instant now)
    {
        (EndedAt, EndCode, OnTime) = (now, end.Word(), onTime);
        (UntoldSince, UntoldWhy) = (null, null);
        (NotOwedAskedAt, NotOwedAskedBy) = (null, null);
        WaitForStep(null, null);
        return new PromiseEnded(Id, MatterId, ++Seq, TeamId, end.Word(), reason, onTime);
    }

    /// <summary>Whoever held it for another team no longer does. Part of an act that names the team in its event.</summary>
    public void OwnedBy(Guid team, Instant now)
    {
        if (team != TeamId)
        {
            (TeamId, TeamSince, HolderId, HeldSince) = (team, now, null, null);
        }
    }

    /// <summary>The team that owns it has it open again; attempts count from here on.</summary>
    public PromiseReopened Reopen(string teamCode, string reason)
    {
        (EndedAt, EndCode, OnTime, AnsweredBy) = (null, null, null, null);
        Attempts = 0;
        return new PromiseReopened(Id, MatterId, ++Seq, TeamId, teamCode, reason);
    }

    private void Moments(PromiseMoments now) => (FirstDue, Due, LimitAt) = (now.First, now.InForce, now.Limit);
}
