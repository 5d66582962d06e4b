using Terecht.Demo.Chance;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Demo.Promises;

/// <summary>What colleagues write for each other beside what they do.</summary>
internal static class Remarks
{
    private static readonly string[] Voicemail =
    [
        "We bellen nog een keer.",
        "Gezegd dat terugbellen op ons nummer ook kan.",
        "Gezegd waar het over gaat, geen bedragen genoemd.",
        "",
        "",
    ];

    private static readonly string[] NoAnswer =
    [
        "",
        "",
        "",
        "Ik probeer het later nog eens.",
        "Lang laten overgaan.",
        "Was in gesprek.",
    ];

    private static readonly string[] Withdrawn =
    [
        "Het is al opgelost. Terugbellen hoeft niet meer.",
        "Heeft het antwoord zelf op de website gevonden.",
        "Wil het voorlopig laten rusten.",
    ];

    private static readonly string[] Again =
    [
        "Wilde weten of het doorgaat.",
        "Nog niet gebeld. Dezelfde zin voorgelezen.",
        "Had een gemiste oproep en belt daarom zelf.",
        "Is de hele middag thuis en wil graag vandaag gebeld worden.",
        "Vraagt wanneer iemand belt. Gezegd wat er beloofd is.",
        "Was even weg toen wij belden.",
    ];

    private static readonly string[] Late =
    [
        "Is nog steeds niet gebeld. Excuses gemaakt en het team gewaarschuwd.",
        "Boos dat er niet is gebeld. Zelfde dossier, geen nieuwe toezegging.",
        "Vraagt waarom wij onze belofte niet nakomen. Doorgegeven aan de teamleider.",
    ];

    public static string Try(AttemptOutcome outcome, Dice dice) =>
        outcome switch
        {
            AttemptOutcome.Voicemail => dice.Pick(Voicemail),
            AttemptOutcome.NoAnswer => dice.Pick(NoAnswer),
            _ => "Dit nummer hoort bij iemand anders.",
        };

    public static string Withdraw(Dice dice) => dice.Pick(Withdrawn);

    public static string AskAgain(bool late, Dice dice) => dice.Pick(late ? Late : Again);

    public static string TriesDone(Dice dice) =>
        dice.Pick([
            "Drie keer geprobeerd. Bericht gestuurd.",
            "Niet te bereiken. Bericht gestuurd met ons nummer.",
            "",
        ]);

    /// <param name="better">Null for "don't know".</param>
    public static string Bounce(string reason, TownTopic topic, TeamCard? better, Dice dice) =>
        better is null
            ? dice.Pick(["Wij weten niet welk team dit doet.", "Dit ligt tussen twee teams in. Wie beslist?"])
        : reason == BounceReason.NotAllowed ? $"Hier mogen wij niets over beslissen. {better.Name} wel."
        : reason == BounceReason.Missing ? $"Wij missen het dossier. {better.Name} kan het inzien."
        : dice.Pick([
            $"{topic.Name} hoort bij {better.Name}.",
            $"Dit doet {better.Name}, wij niet.",
            $"Nagekeken: dit is van {better.Name}.",
        ]);
}
