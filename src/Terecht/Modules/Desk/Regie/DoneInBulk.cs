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
                (_, 1) => "1 toezegging is van een ander team.",
                _ => $"{Done} toezeggingen zijn van een ander team.",
            };
            return Refused switch
            {
                0 => done,
                1 => $"{done} Bij 1 lukte het niet: daar werkte net een collega aan, of het kan daar niet.",
                _ => $"{done} Bij {Refused} lukte het niet: daar werkte net een collega aan, of het kan daar niet.",
            };
        }
    }
}
