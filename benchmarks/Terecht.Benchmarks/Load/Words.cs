namespace Terecht.Benchmarks.Load;

/// <summary>Words to make people, subjects and notes of. Names are skewed as in life: some are had by thousands.</summary>
internal static class Words
{
    private static readonly string[] FamilyBegin =
    [
        "Jan",
        "Bak",
        "Vis",
        "Smi",
        "Mei",
        "Mul",
        "Bos",
        "Vos",
        "Pet",
        "Hen",
        "Dek",
        "Brou",
        "Dijk",
        "Ver",
        "Veld",
        "Hoek",
        "Kui",
        "Post",
        "Schou",
        "Wil",
        "Koe",
        "Blom",
        "Groe",
        "Haan",
        "Lam",
        "Maas",
        "Over",
        "Prin",
        "Roe",
        "Sche",
        "Timm",
        "Ves",
        "Wou",
        "Zand",
        "Aker",
        "Berg",
        "Cou",
        "Drie",
        "Eng",
        "Fok",
    ];

    private static readonly string[] FamilyEnd =
    [
        "sen",
        "ker",
        "ser",
        "t",
        "jer",
        "der",
        "man",
        "sma",
        "driks",
        "wer",
        "stra",
        "hoeven",
        "kamp",
        "huis",
        "veld",
        "mans",
        "ters",
        "wijk",
        "inga",
        "beek",
        "donk",
        "burg",
        "laar",
        "oord",
        "rade",
        "steen",
        "tink",
        "uizen",
        "vliet",
        "waard",
    ];

    public static readonly string[] Infixes = ["", "", "", "", "", "", "van", "de", "van der", "van den"];

    public static readonly string[] Given =
    [
        "Maria",
        "Johan",
        "Anna",
        "Jan",
        "Willem",
        "Fatma",
        "Mohammed",
        "Sanne",
        "Daan",
        "Emma",
        "Lucas",
        "Sophie",
        "Thomas",
        "Lisa",
        "Bram",
        "Eva",
        "Noor",
        "Sem",
        "Tess",
        "Milan",
        "Julia",
        "Levi",
        "Roos",
        "Finn",
        "Yara",
        "Luuk",
        "Esmée",
        "Tim",
        "Zoë",
        "Ruben",
        "Aylin",
        "Hassan",
        "Ibrahim",
        "Nadia",
        "Samira",
        "Omar",
        "Youssef",
        "Amira",
        "Karim",
        "Leila",
        "Wil",
        "Gerrit",
        "Hendrik",
        "Cornelia",
        "Pieter",
        "Adriana",
        "Dirk",
        "Elisabeth",
        "Jacob",
        "Johanna",
        "Klaas",
        "Margaretha",
        "Nicolaas",
        "Petronella",
        "Reinier",
        "Truus",
        "Theo",
        "Wilhelmina",
        "Bart",
        "Carla",
        "Dennis",
        "Erik",
        "Frank",
        "Gijs",
        "Hans",
        "Inge",
        "Joost",
        "Kees",
        "Linda",
        "Marjan",
        "Niels",
        "Olga",
        "Paula",
        "Quinten",
        "Rita",
        "Stef",
        "Tineke",
        "Ursula",
        "Victor",
        "Wendy",
        "Xander",
        "Yvonne",
        "Zeger",
        "Agnieszka",
        "Piotr",
        "Maryam",
        "Ravi",
        "Priya",
        "Wei",
        "Li",
    ];

    public static readonly string[] Streets =
    [
        "Kerkstraat",
        "Dorpsstraat",
        "Schoolstraat",
        "Molenweg",
        "Stationsweg",
        "Julianalaan",
        "Beatrixstraat",
        "Havenkade",
        "Lindelaan",
        "Kastanjelaan",
        "Industrieweg",
        "Markt",
        "Singel",
        "Oude Dijk",
        "Zuiderweg",
        "Parklaan",
        "Vogelsangweg",
    ];

    public static readonly string[] Subjects =
    [
        "de aanslag onroerendezaakbelasting",
        "het verlopen paspoort",
        "de vergunning voor een dakkapel",
        "de losse stoeptegel",
        "de bijstandsuitkering",
        "het parkeren voor bewoners",
        "de ophaaldag van het grofvuil",
        "de trouwdatum",
        "de kwijtschelding",
        "het adres op het uittreksel",
        "de hulp in het huishouden",
        "de overlast van de buren",
        "de aanvraag voor leerlingenvervoer",
        "het graf van haar moeder",
        "de factuur voor de markt",
        "de kapotte lantaarn",
    ];

    public static readonly string[] Notes =
    [
        "Mevrouw belt over een brief die zij niet begrijpt. Uitgelegd wat erin staat en wat zij kan doen voor de eerste van de maand.",
        "Wil weten waar het blijft. Staat in behandeling, stukken zijn compleet. Collega kijkt het na en belt terug.",
        "Meneer is verhuisd en kreeg post op het oude adres. Adres gecontroleerd, staat goed. Nieuwe brief gevraagd.",
        "Vraagt of het ook op zaterdag kan. Kan niet, wel op donderdagavond. Afspraak maakt hij zelf op de website.",
        "Is boos dat niemand terugbelde. Excuses gemaakt. Team heeft het in de werkvoorraad, moment nog eens genoemd.",
        "Belt namens haar vader van 84, die slecht hoort. Gegevens van de vader genoteerd, terugbellen na drie uur.",
        "Kreeg een aanmaning maar heeft al betaald. Betaling is te zien, aanmaning kan weg. Specialist bevestigt het.",
        "Ziet in de app een andere datum dan in de mail. De datum in de mail klopt. Doorgegeven aan de beheerder.",
    ];

    private static readonly string[] Common =
    [
        "de",
        "het",
        "een",
        "van",
        "u",
        "en",
        "in",
        "is",
        "op",
        "dat",
        "voor",
        "met",
        "uw",
        "te",
        "aan",
        "niet",
        "als",
        "bij",
        "kunt",
        "gemeente",
        "aanvragen",
        "brief",
        "dagen",
        "formulier",
        "kosten",
        "afspraak",
        "wet",
        "termijn",
        "bezwaar",
        "adres",
    ];

    // Answers use the words that people use, so that what is noted is found.
    private static readonly string[] Used =
    [
        .. Common,
        .. Notes
            .Concat(Subjects)
            .SelectMany(n => n.ToLowerInvariant().Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries)),
    ];

    /// <summary>One of 1,200 family names, the first ones far more often.</summary>
    public static string Family(double unit)
    {
        var n = (int)(FamilyBegin.Length * FamilyEnd.Length * unit * unit);
        return FamilyBegin[n % FamilyBegin.Length] + FamilyEnd[n / FamilyBegin.Length];
    }

    /// <summary>Running text of an answer: common words, and rarer ones built from the parts of names.</summary>
    public static string Prose(long seed, int words)
    {
        var text = new List<string>(words);
        for (var i = 0; i < words; i++)
        {
            var unit = Draw.Unit(Of.House, seed, 100 + i);
            text.Add(unit < 0.7 ? Used[(int)(unit / 0.7 * Used.Length)] : Rare(unit));
        }
        return string.Join(' ', text) + ".";
    }

    private static string Rare(double unit)
    {
        var n = (int)(unit * 1e9);
        return (FamilyBegin[n % 40] + FamilyEnd[n / 40 % 30] + FamilyEnd[n / 1200 % 30]).ToLowerInvariant();
    }
}
