using NodaTime;

namespace Terecht.Modules.Desk.Worklist;

/// <summary>Words of a promise on the screen of a colleague.</summary>
internal static class CaseWords
{
    public static string End(PromiseRow promise)
    {
        var how = How(promise.EndCode);
        return promise.OnTime switch
        {
            true => $"{how}, op tijd",
            false => $"{how}, te laat",
            _ => how,
        };
    }

    public static string How(string? endCode) =>
        endCode switch
        {
            "reached" => "Bereikt",
            "delivered" => "Geleverd",
            "attempts_done" => "Pogingen gedaan",
            "withdrawn" => "Ingetrokken",
            "answered_elsewhere" => "Elders beantwoord",
            _ => "Niet verschuldigd",
        };

    /// <summary>What I did, in the bar that takes it back.</summary>
    public static string Did(string type) =>
        type switch
        {
            "promise.hold" => "U gaf dit een houder",
            "promise.release" => "U gaf dit terug aan het team",
            "promise.bounce" => "U gaf dit door: niet voor ons",
            "promise.team" => "U gaf dit aan een ander team",
            "promise.renew" => "U beloofde een nieuw moment",
            "promise.join" => "U voegde twee toezeggingen samen",
            "promise.end" => "U rondde dit af",
            _ => "U werkte hieraan",
        };

    /// <summary>Elapsed time as hours and minutes: 26 u 34.</summary>
    public static string Elapsed(long seconds)
    {
        var minutes = seconds / 60;
        return $"{minutes / 60} u {minutes % 60:00}";
    }

    public static long Seconds(Instant from, Instant to) => to.ToUnixTimeSeconds() - from.ToUnixTimeSeconds();
}
