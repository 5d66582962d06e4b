using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Terecht.Demo.Chance;
using Terecht.Demo.Town;
using Terecht.Platform.Time;

namespace Terecht.Demo.History;

/// <summary>What an agent writes with an outcome: where to, when, why, or what was decided.</summary>
internal static class OutcomeWords
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly LocalDatePattern Day = LocalDatePattern.Create("dddd d MMMM", Dutch);

    private static readonly string[] CallsAgain =
    [
        "heeft de brief niet bij de hand",
        "zoekt eerst het nummer van de aanslag op",
        "wil het eerst thuis overleggen",
        "zat in de bus en belt vanavond nog eens",
        "zoekt eerst de gegevens bij elkaar",
        "moest ophangen voor werk",
    ];

    /// <summary>By the beginning of the topic's code.</summary>
    private static readonly (string Topic, string Where)[] Elsewhere =
    [
        ("andere-organisatie", "naar de organisatie die erover gaat, met nummer en openingstijden"),
        ("rijbewijs", "naar het CBR, 088 227 77 00"),
        ("eigen-bijdrage", "naar het CAK, daar staat de rekening"),
        ("verhuur-misstand", "naar de Huurcommissie"),
        ("woning-zoeken", "naar het portaal van de woningcorporaties"),
        ("laadpaal", "naar de exploitant, het nummer staat op de paal"),
        ("geluidsoverlast", "naar de politie, 0900 8844, buiten kantoortijd"),
        ("jongerenoverlast", "naar de wijkagent"),
        ("crisis", "naar Veilig Thuis, 0800 2000"),
        ("schade", "naar de eigen verzekeraar, voor het eerste deel"),
        ("wateroverlast", "naar het waterschap, voor het peil van de sloot"),
        ("kinderopvang", "naar de GGD, die toetst"),
        ("vog", "naar Justis, voor de stand van de aanvraag"),
        ("naturalisatie", "naar de IND"),
        ("energietoeslag", "naar het Tijdelijk Noodfonds Energie"),
        ("uitkering", "naar het spreekuur op dinsdag, in het stadhuis"),
        ("schulden", "naar het spreekuur van het Geldloket"),
        ("hulpmiddelen", "naar de leverancier, die repareert binnen 24 uur"),
        ("drugs", "naar Meld Misdaad Anoniem, 0800 7000"),
    ];

    private static readonly string[] Website =
    [
        "naar de website, daar kan het met DigiD",
        "naar de pagina op maasdrecht.nl, link gemaild",
        "naar de wijkhub, daar is hulp bij het invullen",
    ];

    private static readonly string[] Decisions =
    [
        "drie termijnen, zonder incasso",
        "uitstel van twee maanden",
        "regeling blijft staan",
    ];

    /// <param name="team">The team that the question belongs to.</param>
    /// <param name="colleague">Who took over, as colleagues call them.</param>
    public static string Of(string outcome, Story story, Instant at, string team, string colleague, Dice dice) =>
        outcome switch
        {
            "transferred" => dice.Chance(0.8)
                ? $"{colleague}, team {team}, nam over"
                : $"team {team}, niemand nam op, nummer gegeven",
            "referred" => Elsewhere.FirstOrDefault(e => story.Topic.StartsWith(e.Topic, StringComparison.Ordinal)).Where
                ?? dice.Pick(Website),
            "appointment" => Appointment(at, dice),
            "call_again" => dice.Pick(CallsAgain),
            "decided" => dice.Pick(Decisions),
            _ => "",
        };

    private static string Appointment(Instant at, Dice dice)
    {
        var day = at.Local().Date.PlusDays(dice.Between(1, 9));
        day = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? day.PlusDays(2) : day;
        var minutes = dice.Pick(["00", "10", "20", "30", "40", "50"]);
        return $"{Day.Format(day)} om {dice.Between(9, 16)}.{minutes} uur, balie {dice.Between(1, 6)}";
    }
}
