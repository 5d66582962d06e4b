namespace Terecht.Modules.Desk.Keys;

/// <summary>The one table of keys of the product: no key means two things, on any screen. A test holds the pages against it.</summary>
internal static class KeyTable
{
    public static readonly IReadOnlyList<KeyGroup> Groups =
    [
        new(
            "Overal",
            [
                new("?", "deze lijst"),
                new("Ctrl ⏎", "de hoofdknop van het formulier"),
                new("Esc", "uit een tekstveld"),
                new("J", "volgende in de lijst"),
                new("K", "vorige in de lijst"),
            ]
        ),
        new(
            "Contact",
            [
                new("C", "nieuw contact"),
                new("H", "wie er belt"),
                new("Q", "onderwerp"),
                new("N", "nog een vraag in dit contact"),
                new("F", "vind een antwoord"),
                new("1–9", "gebruik het antwoord met dit nummer"),
            ]
        ),
        new(
            "Uitkomst",
            [
                new("B", "Beantwoord"),
                new("L", "Besloten"),
                new("D", "Doorverbonden"),
                new("T", "Toezegging"),
                new("V", "Verwezen"),
                new("A", "Afspraak"),
                new("Z", "Belt zelf terug"),
                new("X", "Afgebroken"),
            ]
        ),
        new(
            "Toezegging",
            [
                new("P", "bel"),
                new("G", "niet bereikt"),
                new("E", "rond af"),
                new("R", "niet voor ons (retour)"),
                new("M", "nieuw moment"),
                new("I", "ik neem dit, of geef terug"),
                new("U", "maak de laatste handeling ongedaan"),
            ]
        ),
    ];
}

internal sealed record KeyGroup(string Name, IReadOnlyList<KeyLine> Keys);

internal sealed record KeyLine(string Key, string Does);
