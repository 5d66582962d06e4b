namespace Terecht.Modules.Desk.Call;

/// <summary>When a promise is for, as typed: by the norm, a choice of the citizen, before a happening, or until when a door is open.</summary>
internal sealed class WhenDraft
{
    /// <summary>norm, choice or happening. An open door has an end instead.</summary>
    public string How { get; set; } = "norm";

    /// <summary>Code of a keepable moment, or another day.</summary>
    public string Chosen { get; set; } = "";
    public string ChosenDate { get; set; } = "";
    public string ChosenPart { get; set; } = "afternoon";

    /// <summary>Id of a happening, or <see cref="PromisedWhen.New"/>.</summary>
    public string Happening { get; set; } = "";

    /// <summary>Completes "voordat …".</summary>
    public string HappeningName { get; set; } = "";
    public string HappeningNameEn { get; set; } = "";

    /// <summary>The day on which somebody looks whether there is a date.</summary>
    public string LookOn { get; set; } = "";
    public string DaysBefore { get; set; } = "1";
    public string DoorUntil { get; set; } = "";

    /// <summary>The colleague; empty for the whole team.</summary>
    public string DoorStaff { get; set; } = "";

    /// <param name="take">Keeps a field that was sent, by its name.</param>
    public void Apply(Action<string, Action<string>> take)
    {
        take(nameof(How), v => How = v);
        take(nameof(Chosen), v => Chosen = v);
        take(nameof(ChosenDate), v => ChosenDate = v);
        take(nameof(ChosenPart), v => ChosenPart = v);
        take(nameof(Happening), v => Happening = v);
        take(nameof(HappeningName), v => HappeningName = v);
        take(nameof(HappeningNameEn), v => HappeningNameEn = v);
        take(nameof(LookOn), v => LookOn = v);
        take(nameof(DaysBefore), v => DaysBefore = v);
        take(nameof(DoorUntil), v => DoorUntil = v);
        take(nameof(DoorStaff), v => DoorStaff = v);
    }
}
