using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terecht.Modules.Desk.Call;

/// <summary>All that was typed in an open contact, as it is kept in its draft. Everything is text as typed: nothing is lost by not being valid.</summary>
internal sealed class CallDraft
{
    /// <summary>Id of the person whose contact it is; empty while nobody was chosen.</summary>
    public string PartyId { get; set; } = "";

    /// <summary>Their name as given, of somebody we do not know or who stays unknown.</summary>
    public string InvolvedName { get; set; } = "";

    /// <summary>Who speaks for them; empty while they do so themselves.</summary>
    public string SpeaksName { get; set; } = "";

    /// <summary>What that person is to them, in the words of the screen.</summary>
    public string SpeaksAs { get; set; } = "";

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

    /// <summary>The matter that was found by its reference and may be chosen, whoever it is of.</summary>
    public string FoundId { get; set; } = "";

    /// <summary>The matter that was last shown for a number, so that seeing it is logged once; no form sends it.</summary>
    public string ShownId { get; set; } = "";

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

    [JsonIgnore]
    public Guid? Matter => Guid.TryParse(MatterId, out var id) ? id : null;

    [JsonIgnore]
    public Guid? Found => Guid.TryParse(FoundId, out var id) ? id : null;

    [JsonIgnore]
    public Guid? TopicNamed => Guid.TryParse(TopicId, out var id) ? id : null;
}
