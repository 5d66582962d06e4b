namespace Terecht.Modules.Desk.Worklist;

/// <summary>What was sent by one of the forms under a promise, as typed.</summary>
public sealed class ActForm
{
    public Guid RequestKey { get; set; }

    /// <summary>What to do: neem, geef-terug, niet-bereikt, rond-af, retour, heropen, nieuw-moment, samen, naar-team, wijs-toe, nummer, nummer-klopt, verteld, bericht, toch-geen-bericht, wel-verschuldigd or ongedaan.</summary>
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

    /// <summary>Who wishes another moment: citizen or us.</summary>
    public string? By { get; set; }

    /// <summary>A part of a day as <see cref="Promises.Contracts.KeepableMoment.Code"/>, or anders.</summary>
    public string? Chosen { get; set; }

    /// <summary>With anders: the date and the part of the day.</summary>
    public string? Date { get; set; }
    public string? Part { get; set; }

    /// <summary>The other promise, to make one of two.</summary>
    public Guid? Other { get; set; }
    public Guid? ToStaff { get; set; }
    public string? Phone { get; set; }

    /// <summary>What answered it elsewhere: contact or promise, a full stop, and its id.</summary>
    public string? AnsweredBy { get; set; }

    /// <summary>Why it is not owed.</summary>
    public string? NotOwed { get; set; }

    /// <summary>What the citizen was told: renewed or late.</summary>
    public string? What { get; set; }
}
