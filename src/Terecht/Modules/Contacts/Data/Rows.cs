using NodaTime;

namespace Terecht.Modules.Contacts.Data;

/// <summary>What it is about, over all contacts and promises. Every question belongs to exactly one.</summary>
internal sealed class Matter
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }

    /// <summary>Ten digits, the last a check digit.</summary>
    public required string Reference { get; init; }
    public required string Name { get; set; }
    public Guid? TopicId { get; set; }
    public Guid? PartyId { get; set; }
    public required Instant OpenedAt { get; init; }
    public short LinkVersion { get; set; } = 1;
}

/// <summary>One exchange with somebody on one channel; written when it is wrapped up.</summary>
internal sealed class Contact
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required string Channel { get; init; }

    /// <summary>in or out.</summary>
    public required string Direction { get; init; }
    public Guid? PartyId { get; init; }
    public Guid? StaffId { get; init; }
    public string? Dialled { get; init; }
    public string? CallerNumber { get; init; }
    public string InvolvedName { get; init; } = "";

    /// <summary>For whom they act; empty when for themselves.</summary>
    public string InvolvedFor { get; init; } = "";

    /// <summary>What they are to them: daughter, administrator.</summary>
    public string InvolvedRole { get; init; } = "";
    public string Language { get; init; } = "nl";
    public required Instant StartedAt { get; init; }
    public required Instant EndedAt { get; init; }
}

internal sealed class Question
{
    public required Guid Id { get; init; }
    public required Guid ContactId { get; init; }
    public required short Position { get; init; }
    public required Guid MatterId { get; set; }
    public Guid? TopicId { get; init; }
    public Guid? DistrictId { get; init; }
    public short Line { get; init; } = 1;
    public required string Outcome { get; init; }
    public string OutcomeDetail { get; init; } = "";
    public bool AnswerIsNo { get; init; }
    public Guid? ArticleVersionId { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>An open contact: what was typed so far.</summary>
internal sealed class Draft
{
    public required Guid Id { get; init; }
    public required Guid StaffId { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required string Channel { get; init; }
    public string? Dialled { get; init; }
    public string? CallerNumber { get; init; }
    public required Instant StartedAt { get; init; }

    /// <summary>On the real clock.</summary>
    public required Instant SavedAt { get; set; }

    /// <summary>The form's fields as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>The number of the newest save of each tab, as JSON.</summary>
    public string Numbers { get; init; } = "{}";
}

/// <summary>Words for colleagues: of a colleague, or of the citizen when there is no staff member.</summary>
internal sealed class Remark
{
    public required Guid Id { get; init; }
    public required Guid MatterId { get; init; }
    public Guid? EventId { get; init; }
    public Guid? StaffId { get; init; }
    public required Instant RecordedAt { get; init; }
    public required string Text { get; init; }
}
