using Terecht.Demo.Chance;
using Terecht.Demo.Town;

namespace Terecht.Demo.Inhabitants;

/// <param name="District">Code of the district.</param>
internal sealed record Address(string Street, string HouseNumber, string Postcode, string District);

/// <summary>The streets of Maasdrecht. Two homes on one side of a street, close to each other, share their postcode.</summary>
internal sealed class Streets
{
    private const string Letters = "ABCDEGHJKLMNPRSTVWXZ";
    private const int HomesPerPostcode = 24;

    private readonly IReadOnlyList<string[]> _streets = DemoFolder.Lists("people", "straten.txt");

    public Address Any(Dice dice)
    {
        var number = dice.Between(1, 160);
        var addition = dice.Chance(0.12) ? dice.Pick(["a", "b", "c", "-1", "-2"]) : "";
        return At(dice.Below(_streets.Count), number, addition);
    }

    public Address At(string street, int number) =>
        At(_streets.Index().First(s => s.Item[0] == street).Index, number, "");

    private Address At(int index, int number, string addition)
    {
        var (digits, district) = (_streets[index][1], _streets[index][2]);
        var code = (index * 14) + (number / HomesPerPostcode * 2) + (number % 2);
        var letters = $"{Letters[code / Letters.Length % Letters.Length]}{Letters[code % Letters.Length]}";
        return new Address(_streets[index][0], $"{number}{addition}", $"{digits} {letters}", district);
    }
}
