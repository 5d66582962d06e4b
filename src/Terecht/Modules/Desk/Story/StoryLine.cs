using System.Text.Json;
using NodaTime;

namespace Terecht.Modules.Desk.Story;

/// <summary>One line of a story.</summary>
/// <param name="Recorded">When it was recorded, if that is more than a quarter of an hour after it happened.</param>
/// <param name="What">What happened, bold.</param>
/// <param name="Note">Words for colleagues alone.</param>
/// <param name="Said">The citizen's own words.</param>
/// <param name="Again">The citizen asked again: amber.</param>
/// <param name="Order">Among lines of one second: higher is later.</param>
internal sealed record StoryLine(
    Instant At,
    Instant? Recorded,
    string Icon,
    string Who,
    string What,
    string More,
    string Note,
    string Said,
    StoryAnswer? Heard,
    bool Again,
    int Order
);

/// <summary>The version of an answer that was told.</summary>
internal sealed record StoryAnswer(string Title, int Number, string Code);

internal sealed record StoryEvent(
    Guid EventId,
    string Type,
    Instant At,
    Instant RecordedAt,
    string ActorKind,
    Guid? ActorId,
    int? Seq,
    string Data
)
{
    /// <summary>An instant of the event; null where it has none of that name.</summary>
    public Instant? Instant(string name) =>
        Field(name) is { } text
        && NodaTime.Text.InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var at }
            ? at
            : null;

    /// <summary>A text field of the event; null where it has none of that name.</summary>
    public string? Field(string name)
    {
        using var json = JsonDocument.Parse(Data);
        return json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
    }
}

internal sealed record StoryRemark(Guid? EventId, Guid? StaffId, Instant RecordedAt, string Text);

internal sealed record StoryQuestion(
    Instant StartedAt,
    string Channel,
    Guid? StaffId,
    string InvolvedName,
    string InvolvedFor,
    string InvolvedRole,
    string Outcome,
    string OutcomeDetail,
    string Note,
    string? AnswerTitle,
    int? AnswerNumber,
    string? AnswerCode
);
