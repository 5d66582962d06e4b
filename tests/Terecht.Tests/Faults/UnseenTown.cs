using System.Text.Json.Nodes;
using NodaTime;

namespace Terecht.Tests.Faults;

/// <summary>
/// A municipality that nobody thought of, as the files of its import: names that look like HTML, like code, like the end of a
/// field; letters from everywhere; as long as they may be.
/// </summary>
internal sealed class UnseenTown
{
    private static readonly string[] TeamNames =
    [
        "<b>Riool & Water</b>",
        "De \"Brug\"; balie",
        "O'Briens Spoed, Zuid",
        "Fryske Saken – Súdwest",
        "Ĳs & Écoles",
        "{{constructor}} $(0)",
        "@Model.Name",
        "Team van 7",
        "</option><option selected>",
        "Ж · 市民 · عمل",
        "%20&amp;%3C",
        new string('w', 190),
    ];

    private static readonly string[] GivenNames =
    [
        "Zoë-Çiğdem",
        "Şükrü",
        "D'Angelo",
        "<script>",
        "Łukasz",
        "Ng",
        "Œuvre",
    ];
    private static readonly string[] FamilyNames =
    [
        "'t Ó Súilleabháin",
        "Ñandú \"Jr.\"",
        "X",
        "IJzer;man",
        "Ødegård & Zn",
    ];
    private static readonly string[] Codes = ["bürgerzaken", "ĳsbaan.noord", "_x", "1e-lijn", "водa", "ÇA-va"];

    private readonly Random _chance;

    public UnseenTown(int seed, LocalDate today)
    {
        _chance = new Random(seed);
        Today = today;
        Calendar = new OwnCalendar(_chance, today);
        Days = _chance.Next(1, 9);
        var names = TeamNames.ToArray();
        _chance.Shuffle(names);
        (Team, Other) = (names[0] + Number(), names[1] + Number());
        var codes = Codes.ToArray();
        _chance.Shuffle(codes);
        (TeamCode, OtherCode) = (codes[0], codes[1]);
        Name = Pick("'s-Gräfenmûn", "Ée & \"Oost\"", "<i>Nij Beets</i>", "Sint-Ĳsbrand a/d Ŵ") + Number();
        Topic =
            Pick("Rioolrecht <2 ha>", "'n Vergunning; \"snel\"", "Àpropos, paspoort?", "Löss & leem: hoe?") + Number();
        Category = Pick("Stoep <kapot>", "Bööm 'om'", "Gat, diep; \"ja\"") + Number();
        (Agent, Specialist, Colleague, Coordinator) = (NewPerson(1), NewPerson(2), NewPerson(3), NewPerson(4));
        Dialled = $"14 0{_chance.Next(100, 1000)}";
        Phone = $"+316{_chance.Next(10_000_000, 60_000_000)}";
        Caller = $"{Pick(GivenNames)} {Pick(FamilyNames)}";
    }

    public LocalDate Today { get; }
    public OwnCalendar Calendar { get; }

    /// <summary>Working days of the topic that has a term of its own.</summary>
    public int Days { get; }
    public string Name { get; }
    public string Team { get; }
    public string TeamCode { get; }

    /// <summary>The team where it goes when the first says: not ours.</summary>
    public string Other { get; }
    public string OtherCode { get; }

    /// <summary>By the norm that every municipality begins with.</summary>
    public string Topic { get; }

    /// <summary>Within <see cref="Days"/> working days.</summary>
    public string Category { get; }
    public NewStaff Agent { get; }
    public NewStaff Specialist { get; }
    public NewStaff Colleague { get; }
    public NewStaff Coordinator { get; }
    public string Dialled { get; }
    public string Phone { get; }
    public string Caller { get; }

    internal sealed record NewStaff(string Email, string Given, string Family);

    /// <summary>What to import, in order: the word after import, and the file.</summary>
    public IEnumerable<(string What, string Text)> Files() =>
        [
            ("calendars", Calendar.Json("ürên", "Uren \"van ons\"")),
            ("numbers", Csv(["nummer", "naam"], [Dialled, Name])),
            (
                "teams",
                Csv(
                    ["kalender", "afdeling", "naam", "code", "naam_en"],
                    ["ürên", "Afd; \"A\"", Team, TeamCode, ""],
                    ["ürên", "Afd; \"A\"", Other, OtherCode, "Other <team>"]
                )
            ),
            (
                "staff",
                Csv(
                    ["personeelsnummer", "voornaam", "achternaam", "email", "rollen", "teams", "vanaf", "tot"],
                    Line(Agent, "1", "agent", ""),
                    Line(Specialist, "2", "specialist", TeamCode),
                    Line(Colleague, "3", "specialist", OtherCode),
                    Line(Coordinator, "4", "coordinator", "")
                )
            ),
            ("topics", Csv(["code", "naam", "team", "lijn"], ["eigen-é", Topic, TeamCode, "2"])),
            ("topics", Categories()),
        ];

    public string Municipality() =>
        new JsonObject
        {
            ["code"] = "ée-oost",
            ["name"] = Name,
            ["phone"] = Dialled,
            ["address"] = "Plein <1>, 'Ée'",
            ["openingHours"] = "elke dag \"behalve\" soms",
            ["openingHoursEn"] = "every day & night",
        }.ToJsonString();

    private string Categories() =>
        new JsonArray(
            new JsonObject
            {
                ["slug"] = "kapot",
                ["naam"] = Category,
                ["hoofd"] = "Straat & stoep",
                ["omschrijving"] = "Wat er <stuk> is; \"alles\".",
                ["termijn_tekst"] = Days == 1 ? "binnen 1 werkdag" : $"binnen {Days} werkdagen",
                ["afdelingen"] = new JsonArray(Team),
            }
        ).ToJsonString();

    /// <summary>In employment from today, and long enough to keep what is promised.</summary>
    private string[] Line(NewStaff person, string number, string role, string team) =>
        [
            number,
            person.Given,
            person.Family,
            person.Email,
            role,
            team,
            NodaTime.Text.LocalDatePattern.Iso.Format(Today),
            NodaTime.Text.LocalDatePattern.Iso.Format(Today.PlusDays(90)),
        ];

    private static string Csv(string[] header, params string[][] rows) =>
        string.Join('\n', [string.Join(';', header), .. rows.Select(r => string.Join(';', r.Select(Quoted)))]) + "\n";

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private NewStaff NewPerson(int number) =>
        new($"p{number}.{_chance.Next(1000)}@ee-oost.example", Pick(GivenNames), Pick(FamilyNames));

    private string Pick(params string[] from) => from[_chance.Next(from.Length)];

    private string Number() => _chance.Next(2) == 0 ? "" : $" {_chance.Next(10, 99)}";
}
