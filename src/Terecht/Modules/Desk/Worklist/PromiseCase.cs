using NodaTime;
using Terecht.Modules.Desk.Reminders;
using Terecht.Modules.Desk.Story;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Desk.Worklist;

/// <summary>One promise as the desk shows it, with the matter it belongs to.</summary>
internal sealed record PromiseRow(
    Guid PromiseId,
    Guid MunicipalityId,
    Guid MatterId,
    string MatterName,
    string Reference,
    string Kind,
    string Subject,
    string ToName,
    Guid? ToPartyId,
    string? ToPhone,
    string WhyNot,
    string Words,
    string WordsEn,
    string Language,
    Instant MadeAt,
    Guid? MadeBy,
    short NormAttempts,
    short NormDayparts,
    Instant? FirstDue,
    Instant? Due,
    Instant? LimitAt,
    Instant LookAt,
    Instant? NotBefore,
    short Renewals,
    Guid TeamId,
    Guid? HolderId,
    Instant? HeldSince,
    short Attempts,
    short Repeats,
    Instant? LastRepeatAt,
    short Bounces,
    Instant? EndedAt,
    string? EndCode,
    bool? OnTime,
    Instant? DayClosedAt,
    int Seq,
    Guid? DistrictId,
    Guid? HappeningId,
    short? DaysBefore,
    string? HappeningName,
    LocalDate? HappeningStartsOn,
    Instant? DoorUntil,
    Guid? DoorStaffId,
    string? TellChannel,
    Instant? PhoneUncheckedAt,
    string? OldPhone,
    Instant? NotOwedAskedAt,
    Guid? NotOwedAskedBy,
    string? NotOwedReason,
    Instant? ToldAt,
    Instant? ProgressAskedAt,
    string ActsFor,
    string ActsAs,
    Guid? GoesOnIn,
    string? GoesOnAbout,
    bool AcquisitionNotOwed
);

/// <summary>The last act that somebody did with a promise.</summary>
internal sealed record LastAct(string Type, Guid? ActorId, Instant RecordedAt);

/// <summary>All that the right side of the work list shows.</summary>
/// <param name="MayAct">Of the team that owns it, or Regie; others only read.</param>
/// <param name="MayDirect">Leads that team, or Regie: may give it to another team.</param>
/// <param name="MayDecide">Regie: says whether something is owed.</param>
/// <param name="Last">What the last act was, apart from what changes nothing.</param>
internal sealed record PromiseCase(
    PromiseRow Promise,
    PromiseState State,
    IReadOnlyList<StoryLine> Story,
    OrganisationNow Organisation,
    string? District,
    Instant Now,
    Guid Me,
    bool MayAct,
    bool MayDirect,
    bool MayDecide,
    LastAct? Last
)
{
    /// <summary>Who was reminded of the moment in force, and what comes next by itself.</summary>
    public required CaseReminders Reminders { get; init; }

    public TeamCard Team => Organisation.Team(Promise.TeamId);
    public StaffCard? Holder => Organisation.FindStaff(Promise.HolderId);
    public bool MayUndo => Last is { } last && UndoRule.MayUndo(last.Type, last.ActorId == Me, Now - last.RecordedAt);
    public bool Open => Promise.EndedAt is null;
    public bool HeldByMe => Promise.HolderId == Me;

    /// <summary>The citizen heard something since the first reminder of this moment.</summary>
    public bool ToldSince =>
        Reminders.Heard.Where(r => r.ProposesProgress).Select(r => r.DeliveredAt).DefaultIfEmpty().Min()
        <= Promise.ToldAt;
    public bool Late => Open && Promise.Due < Now;
    public bool Today => Promise.Due is { } due && SpokenMoment.DayOf(due) == SpokenMoment.DayOf(Now);
}
