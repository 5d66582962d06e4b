using NodaTime;

namespace Terecht.Modules.Contacts.Contracts;

/// <summary>Contacts, their questions and the matters these belong to.</summary>
internal interface IContacts
{
    /// <summary>Adds a finished contact to the context; the caller saves, so that promise and contact are one transaction.</summary>
    Task<RegisteredContact> RegisterAsync(RegisterContact contact, CancellationToken ct);

    /// <summary>Adds a contact about an existing matter: an attempt, or a repeat call.</summary>
    Guid AddToMatter(ContactOnMatter contact);

    /// <summary>Adds words for colleagues.</summary>
    /// <param name="staffId">Who wrote them; null for a citizen.</param>
    void AddRemark(Guid matterId, Guid? eventId, Guid? staffId, string text);

    Task<MatterCard?> FindMatterAsync(Guid matterId, CancellationToken ct);

    Task<MatterCard?> ByReferenceAsync(string reference, CancellationToken ct);
}

/// <param name="PartyId">Whose contact it is, also when somebody acts for them.</param>
/// <param name="InvolvedName">Who it was with.</param>
/// <param name="InvolvedFor">For whom they act; empty when for themselves.</param>
internal sealed record RegisterContact(
    Guid Id,
    Guid MunicipalityId,
    string Channel,
    Guid? PartyId,
    Guid StaffId,
    string? Dialled,
    string? CallerNumber,
    string InvolvedName,
    string InvolvedFor,
    string Language,
    Instant StartedAt,
    IReadOnlyList<RegisterQuestion> Questions
)
{
    /// <summary>What they are to whom they act for.</summary>
    public string InvolvedRole { get; init; } = "";
}

/// <param name="MatterId">An open matter of this person, or null for a new one.</param>
/// <param name="MatterName">Of a new matter.</param>
internal sealed record RegisterQuestion(
    Guid? MatterId,
    string MatterName,
    Guid? TopicId,
    Guid? DistrictId,
    int Line,
    string Outcome,
    string OutcomeDetail,
    bool AnswerIsNo,
    AnswerTold? Answer,
    string Note
);

/// <summary>The version of an answer that was told.</summary>
internal sealed record AnswerTold(Guid ArticleId, Guid VersionId);

internal sealed record RegisteredContact(Guid Id, IReadOnlyList<RegisteredQuestion> Questions);

internal sealed record RegisteredQuestion(Guid Id, Guid MatterId, string Reference);

/// <param name="Direction">in or out.</param>
internal sealed record ContactOnMatter(
    Guid MatterId,
    Guid MunicipalityId,
    Guid? TopicId,
    Guid? PartyId,
    string Channel,
    string Direction,
    Guid StaffId,
    string? Number,
    string InvolvedName,
    string Outcome,
    string Note,
    Instant StartedAt
);

internal sealed record MatterCard(
    Guid Id,
    Guid MunicipalityId,
    string Reference,
    string Name,
    Guid? TopicId,
    Guid? PartyId,
    Instant OpenedAt,
    short LinkVersion
);
