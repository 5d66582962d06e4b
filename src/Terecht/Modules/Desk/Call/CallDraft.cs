using System.Text.Json;

namespace Terecht.Modules.Desk.Call;

/// <summary>All that was typed in an open contact, as it is kept in its draft. Everything is text as typed: nothing is lost by not being valid.</summary>
internal sealed class CallDraft
{
    /// <summary>Id of the candidate that was chosen; empty while nobody was.</summary>
    public string PartyId { get; set; } = "";

    /// <summary>A name as given, of somebody we do not know or who stays unknown.</summary>
    public string InvolvedName { get; set; } = "";

    /// <summary>For whom they call, when not for themselves.</summary>
    public string InvolvedFor { get; set; } = "";

    public string Language { get; set; } = "nl";

    public List<QuestionDraft> Questions { get; init; } = [new()];

    public static CallDraft Read(string json) => JsonSerializer.Deserialize<CallDraft>(json) ?? new CallDraft();

    public string Write() => JsonSerializer.Serialize(this);
}

internal sealed class QuestionDraft
{
    public string Topic { get; set; } = "";
    public string TopicId { get; set; } = "";
    public string DistrictId { get; set; } = "";

    /// <summary>Of the version of the answer that was told.</summary>
    public string AnswerId { get; set; } = "";
    public string Note { get; set; } = "";
    public string Outcome { get; set; } = "";

    /// <summary>Where to, why, what was decided.</summary>
    public string Detail { get; set; } = "";
    public bool AnswerIsNo { get; set; }

    /// <summary>An open matter of this person; empty for a new one.</summary>
    public string MatterId { get; set; } = "";

    /// <summary>The open promise that the citizen asks about again.</summary>
    public string RepeatId { get; set; } = "";

    /// <summary>call, write, do or open_door.</summary>
    public string Kind { get; set; } = "call";
    public WhenDraft When { get; init; } = new();
    public string Team { get; set; } = "";
    public string TeamId { get; set; } = "";
    public string Phone { get; set; } = "";
    public string Subject { get; set; } = "";
    public string WhyNot { get; set; } = "cannot";

    /// <summary>How the citizen gets a confirmation: sms, mail, letter or none; empty while it follows the person.</summary>
    public string Tell { get; set; } = "";
    public string TellAddress { get; set; } = "";

    /// <summary>What the search field of the answers holds.</summary>
    public string Search { get; set; } = "";
}
