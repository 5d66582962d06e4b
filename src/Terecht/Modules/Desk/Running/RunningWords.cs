using NodaTime;

namespace Terecht.Modules.Desk.Running;

/// <summary>How long ago, for somebody who watches a machine.</summary>
internal static class RunningWords
{
    public static string Ago(Instant at, Instant now)
    {
        var seconds = Math.Max(0, (long)(now - at).TotalSeconds);
        return seconds switch
        {
            < 5 => "net",
            < 60 => $"{seconds} seconden geleden",
            < 120 => "1 minuut geleden",
            < 3600 => $"{seconds / 60} minuten geleden",
            < 7200 => "1 uur geleden",
            < 172_800 => $"{seconds / 3600} uur geleden",
            _ => $"{seconds / 86_400} dagen geleden",
        };
    }

    /// <summary>What a loop does, for who does not know its name; empty for one without words.</summary>
    public static string Loop(string name) =>
        name switch
        {
            "outbox" => "doet wat op een gebeurtenis volgt",
            "sequencer" => "nummert gebeurtenissen voor de schermen",
            "feed-listener" => "vertelt de schermen wat veranderde",
            "moment-passed" => "ziet welk beloofd moment voorbij is",
            "steps" => "herinnert voordat iets te laat is",
            "left-holders" => "geeft werk terug van wie vertrokken is",
            "door-closed" => "sluit wat tot en met een dag open was",
            "answer-indexing" => "houdt het zoeken naar antwoorden bij",
            "forget-wrong-codes" => "vergeet verkeerde codes van burgers",
            _ => "",
        };
}
