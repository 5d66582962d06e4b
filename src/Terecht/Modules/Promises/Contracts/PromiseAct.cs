using NodaTime;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>What somebody does with a promise.</summary>
/// <param name="Seq">The number of the last event that the actor saw.</param>
internal abstract record PromiseAct(Guid PromiseId, int Seq, Guid StaffId)
{
    internal sealed record Take(Guid PromiseId, int Seq, Guid StaffId) : PromiseAct(PromiseId, Seq, StaffId);

    /// <summary>A colleague of the owning team holds it from now on.</summary>
    internal sealed record Assign(Guid PromiseId, int Seq, Guid StaffId, Guid ToStaffId)
        : PromiseAct(PromiseId, Seq, StaffId);

    /// <summary>Another team owns it from now on, without a bounce.</summary>
    /// <param name="Reason">A code of <see cref="MoveReason"/>.</param>
    internal sealed record Move(Guid PromiseId, int Seq, Guid StaffId, Guid ToTeamId, string Reason)
        : PromiseAct(PromiseId, Seq, StaffId);

    /// <param name="Chosen">From the moments that the team can keep.</param>
    /// <param name="By">citizen or us.</param>
    /// <param name="Reason">A code of <see cref="RenewReason"/>.</param>
    internal sealed record Renew(Guid PromiseId, int Seq, Guid StaffId, Chosen Chosen, WishedBy By, string Reason)
        : PromiseAct(PromiseId, Seq, StaffId);

    /// <summary>Two promises of one matter become one; which goes on is decided by the rule.</summary>
    internal sealed record Join(Guid PromiseId, int Seq, Guid StaffId, Guid OtherId)
        : PromiseAct(PromiseId, Seq, StaffId);

    /// <summary>Takes back the last act, which must be one's own and of a kind that can be taken back.</summary>
    internal sealed record Undo(Guid PromiseId, int Seq, Guid StaffId) : PromiseAct(PromiseId, Seq, StaffId);

    /// <summary>The citizen was told. A fact, so it is never too late for it: <see cref="PromiseAct.Seq"/> is not looked at.</summary>
    /// <param name="Channel">phone, sms, mail or letter.</param>
    /// <param name="What">A code of <see cref="ToldAbout"/>.</param>
    internal sealed record Told(Guid PromiseId, Guid StaffId, string Channel, string What)
        : PromiseAct(PromiseId, 0, StaffId);

    /// <param name="Phone">E.164.</param>
    /// <param name="Unchecked">Given by somebody who only knew reference and code.</param>
    internal sealed record ChangeNumber(Guid PromiseId, int Seq, Guid StaffId, string Phone, bool Unchecked)
        : PromiseAct(PromiseId, Seq, StaffId);

    /// <summary>The number that was given without a check is right.</summary>
    internal sealed record NumberIsRight(Guid PromiseId, int Seq, Guid StaffId) : PromiseAct(PromiseId, Seq, StaffId)
    {
        /// <summary>The number that was found right, so that one given since is not taken for it.</summary>
        public string? Phone { get; init; }
    }

    /// <summary>The citizen adds something; the caller adds the words.</summary>
    internal sealed record AddTo(Guid PromiseId, int Seq, Guid StaffId) : PromiseAct(PromiseId, Seq, StaffId);

    /// <summary>"Not owed", asked of Regie.</summary>
    /// <param name="Reason">A code of <see cref="NotOwedReason"/>.</param>
    internal sealed record AskNotOwed(Guid PromiseId, int Seq, Guid StaffId, string Reason)
        : PromiseAct(PromiseId, Seq, StaffId);

    /// <summary>It is owed after all.</summary>
    internal sealed record RefuseNotOwed(Guid PromiseId, int Seq, Guid StaffId) : PromiseAct(PromiseId, Seq, StaffId);

    /// <summary>The citizen hears in writing how it stands, or that it is late; by a call of Regie where writing cannot be.</summary>
    internal sealed record LetHear(Guid PromiseId, int Seq, Guid StaffId) : PromiseAct(PromiseId, Seq, StaffId);

    /// <summary>Takes <see cref="LetHear"/> back, for as long as nobody heard it: <see cref="UndoRule.Unheard"/>.</summary>
    internal sealed record TakeBackLetHear(Guid PromiseId, int Seq, Guid StaffId) : PromiseAct(PromiseId, Seq, StaffId);

    /// <summary>Regie asks the lead of the team to look at it.</summary>
    internal sealed record AskLead(Guid PromiseId, int Seq, Guid StaffId) : PromiseAct(PromiseId, Seq, StaffId);

    internal sealed record GiveBack(Guid PromiseId, int Seq, Guid StaffId) : PromiseAct(PromiseId, Seq, StaffId);

    /// <param name="HappenedAt">When the call was made.</param>
    /// <param name="Number">E.164 of the number that was tried.</param>
    internal sealed record Attempt(
        Guid PromiseId,
        int Seq,
        Guid StaffId,
        AttemptOutcome Outcome,
        Instant HappenedAt,
        string? Number,
        string Note
    ) : PromiseAct(PromiseId, Seq, StaffId);

    /// <param name="Note">What was said or done, for colleagues.</param>
    internal sealed record End(
        Guid PromiseId,
        int Seq,
        Guid StaffId,
        PromiseEnd Outcome,
        string? Reason,
        Instant HappenedAt,
        string Note
    ) : PromiseAct(PromiseId, Seq, StaffId)
    {
        /// <summary>With answered elsewhere: the contact or the promise that did.</summary>
        public Guid? AnsweredBy { get; init; }

        /// <summary>With not owed: Regie says yes.</summary>
        public bool RegieAgrees { get; init; }
    }

    /// <param name="ToTeamId">The better team, or null for "don't know".</param>
    /// <param name="Reason">A code of <see cref="BounceReason"/>.</param>
    internal sealed record Bounce(Guid PromiseId, int Seq, Guid StaffId, Guid? ToTeamId, string Reason, string Note)
        : PromiseAct(PromiseId, Seq, StaffId);

    internal sealed record Reopen(Guid PromiseId, int Seq, Guid StaffId, string Reason)
        : PromiseAct(PromiseId, Seq, StaffId)
    {
        /// <summary>The team that does it now; null for the one that had it.</summary>
        public Guid? ToTeamId { get; init; }
    }

    /// <param name="ContactId">The contact in which the citizen asked again.</param>
    internal sealed record Repeat(Guid PromiseId, int Seq, Guid StaffId, Guid ContactId)
        : PromiseAct(PromiseId, Seq, StaffId);
}

/// <summary>How an act went. Two who act at once: the second is told what the first did.</summary>
internal abstract record ActResult
{
    private ActResult() { }

    /// <param name="EventId">Of the event that was added to the context.</param>
    internal sealed record Done(Guid MatterId, Guid TeamId, int Seq, Guid EventId) : ActResult;

    /// <summary>Somebody acted after the actor looked.</summary>
    /// <param name="Type">The last event's type, such as promise.hold.</param>
    internal sealed record Stale(Guid? ByStaffId, Instant At, string Type) : ActResult;

    /// <summary>A rule says no; the sentence says why.</summary>
    /// <param name="Field">The field it belongs to, or empty.</param>
    internal sealed record Refused(string Sentence, string Field = "") : ActResult;

    internal sealed record NotThere : ActResult;
}

/// <summary>Why a promise is not ours. Codes are stored; sentences are shown.</summary>
internal static class BounceReason
{
    public const string OtherTeam = "other_team";
    public const string NotAllowed = "not_allowed";
    public const string Missing = "information_missing";

    public static readonly IReadOnlyList<(string Code, string Name)> All =
    [
        (OtherTeam, "Hoort bij een ander team"),
        (NotAllowed, "Wij mogen dit niet beslissen"),
        (Missing, "Er ontbreekt iets om te helpen"),
    ];
}
