namespace Terecht.Modules.Desk.Worklist;

/// <summary>What was sent by one of the forms under a promise, as typed.</summary>
public sealed class ActForm
{
    public Guid RequestKey { get; set; }

    /// <summary>neem, geef-terug, niet-bereikt, rond-af, retour or heropen.</summary>
    public string Doe { get; set; } = "";

    /// <summary>The number of the last event that was on the screen.</summary>
    public int Seq { get; set; }

    /// <summary>What happened, or how it ended.</summary>
    public string? Outcome { get; set; }

    /// <summary>When it happened, local: 13.20 or 13:20.</summary>
    public string? Time { get; set; }
    public string? Reason { get; set; }
    public string? ToTeam { get; set; }
    public string? ToTeamId { get; set; }

    /// <summary>"We don't know": to Regie.</summary>
    public bool DontKnow { get; set; }
    public string? Note { get; set; }
}
