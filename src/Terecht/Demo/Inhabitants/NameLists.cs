using Terecht.Demo.Chance;
using Terecht.Demo.Town;

namespace Terecht.Demo.Inhabitants;

/// <summary>Given and family names by where a family comes from, as they are in a Dutch city.</summary>
internal sealed class NameLists
{
    private const string Dutch = "nl";

    /// <summary>The Dutch given names in the list begin with those of older people.</summary>
    private const int OlderNames = 45;
    private const int OlderFrom = 60;
    private const int YoungerTo = 40;

    private static readonly (string Origin, double Weight)[] Origins =
    [
        (Dutch, 66),
        ("tr", 5.5),
        ("ma", 6.5),
        ("hi", 3),
        ("ca", 4),
        ("gh", 1.5),
        ("pl", 3.5),
        ("ua", 1.2),
        ("ro", 1.2),
        ("pt", 1.5),
        ("it", 0.6),
        ("cn", 0.8),
        ("vn", 0.6),
        ("id", 1.4),
        ("so", 1),
        ("ir", 1),
        ("ar", 1.5),
        ("er", 1),
        ("eu", 0.8),
    ];

    private readonly ILookup<(string Origin, string Sex), string> _given = DemoFolder
        .Lists("people", "voornamen.txt")
        .ToLookup(l => (l[2], l[1]), l => l[0]);

    private readonly ILookup<string, (string Infix, string Name)> _family = DemoFolder
        .Lists("people", "achternamen.txt")
        .ToLookup(l => l[2], l => (l[0], l[1]));

    public static string Origin(Dice dice) => dice.Weighted(Origins);

    public (string Infix, string Name) Family(string origin, Dice dice) => dice.Pick([.. _family[origin]]);

    /// <param name="sex">v or m.</param>
    public string Given(string origin, string sex, int age, Dice dice)
    {
        var names = _given[(_given.Contains((origin, sex)) ? origin : Dutch, sex)].ToList();
        return origin != Dutch ? dice.Pick(names)
            : age >= OlderFrom ? names[dice.Below(OlderNames)]
            : age < YoungerTo ? names[dice.Between(OlderNames, names.Count - 1)]
            : dice.Pick(names);
    }
}
