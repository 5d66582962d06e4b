namespace Terecht.Modules.Desk.Regie;

/// <summary>What an act on several came to, read back from the address.</summary>
internal sealed record DoneInBulk(string Doe, int Done, int Refused, IReadOnlyList<string> Picked)
{
    public static DoneInBulk? Parse(string? text) =>
        text?.Split('-', 4) is [var doe, var done, var refused, var picked]
        && int.TryParse(done, out var count)
        && int.TryParse(refused, out var not)
            ? new DoneInBulk(doe, count, not, picked.Length == 0 ? [] : picked.Split('_'))
            : null;

    public string Sentence
    {
        get
        {
            var done = (Doe, Done) switch
            {
                (_, 0) => "Er is niets veranderd.",
                ("ongedaan", 1) => "1 toezegging is teruggezet.",
                ("ongedaan", _) => $"{Done} toezeggingen zijn teruggezet.",
                ("terug", 1) => "1 toezegging is weer van het team.",
                ("terug", _) => $"{Done} toezeggingen zijn weer van het team.",
                ("wijs", 1) => "1 toezegging heeft een andere houder.",
                ("wijs", _) => $"{Done} toezeggingen hebben een andere houder.",
                ("vertel", 1) => "1 burger krijgt bericht. Waar schrijven niet mag, staat het bij ‘Bel zelf’.",
                ("vertel", _) => $"{Done} burgers krijgen bericht. Waar schrijven niet mag, staat het bij ‘Bel zelf’.",
                ("stil", 1) => "1 burger krijgt toch geen bericht.",
                ("stil", _) => $"{Done} burgers krijgen toch geen bericht.",
                ("vraag", 1) => "De teamleider ziet uw vraag bij de herinneringen.",
                ("vraag", _) => $"De teamleiders zien uw vraag over {Done} toezeggingen bij de herinneringen.",
                (_, 1) => "1 toezegging is van een ander team.",
                _ => $"{Done} toezeggingen zijn van een ander team.",
            };
            var why = Doe switch
            {
                "vertel" => "die burger kreeg vandaag al bericht, of er is nog geen moment om over te schrijven",
                "stil" => "dat bericht is al weg",
                "vraag" => "dat team heeft nu geen teamleider of vervanger die er is",
                _ => "daar werkte net een collega aan, of het kan daar niet",
            };
            return Refused == 0 ? done : $"{done} Bij {Refused} lukte het niet: {why}.";
        }
    }

    /// <summary>The act that takes this back; null where nothing can be.</summary>
    public string? TakeBack =>
        Doe switch
        {
            "vertel" => "stil",
            "terug" or "team" or "wijs" => "ongedaan",
            _ => null,
        };
}
