using NodaTime;

namespace Terecht.Modules.Desk.Worklist;

/// <summary>Words of a promise on the screen of a colleague.</summary>
internal static class CaseWords
{
    public static string End(PromiseRow promise)
    {
        var how = promise.EndCode switch
        {
            "reached" => "Bereikt",
            "delivered" => "Geleverd",
            "attempts_done" => "Pogingen gedaan",
            "withdrawn" => "Ingetrokken",
            "answered_elsewhere" => "Elders beantwoord",
            _ => "Niet verschuldigd",
        };
        return promise.OnTime switch
        {
            true => $"{how}, op tijd",
            false => $"{how}, te laat",
            _ => how,
        };
    }

    /// <summary>Elapsed time as hours and minutes: 26 u 34.</summary>
    public static string Elapsed(long seconds)
    {
        var minutes = seconds / 60;
        return $"{minutes / 60} u {minutes % 60:00}";
    }

    public static long Seconds(Instant from, Instant to) => to.ToUnixTimeSeconds() - from.ToUnixTimeSeconds();
}
