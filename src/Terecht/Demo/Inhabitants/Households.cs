using Terecht.Demo.Chance;

namespace Terecht.Demo.Inhabitants;

/// <summary>Makes the adults of one address. Many share a telephone, so a number alone never says who calls.</summary>
internal sealed class Households(PersonMaker people, NameLists names, Streets streets, NumberBook numbers, Dice dice)
{
    private static readonly (string Kind, double Weight)[] Kinds =
    [
        ("alone", 36),
        ("couple", 34),
        ("parent", 12),
        ("family", 18),
    ];

    private static readonly HashSet<string> Newcomers = ["pl", "ro", "ua", "pt", "it", "eu", "ir", "cn", "hi", "gh"];

    public IEnumerable<Inhabitant> Next()
    {
        var origin = NameLists.Origin(dice);
        var family = names.Family(origin, dice);
        var address = streets.Any(dice);
        var isNew = Newcomers.Contains(origin);
        var kind = dice.Weighted(Kinds);
        var age = kind switch
        {
            "alone" => dice.Between(20, 92),
            "couple" => dice.Between(25, 88),
            "parent" => dice.Between(30, 58),
            _ => dice.Between(42, 62),
        };
        var sex = dice.Chance(kind == "parent" ? 0.8 : 0.52) ? "v" : "m";
        var landline = dice.Chance(age > 60 ? 0.6 : 0.2) ? numbers.NextLandline() : null;
        var mobile = numbers.NextMobile();
        yield return Member(sex, age, family, mobile);
        if (kind is "alone" or "parent")
        {
            yield break;
        }

        var other = dice.Chance(0.97) ? Opposite(sex) : sex;
        // A partner has a name of their own as often as not, and comes from elsewhere now and then.
        var partnersOrigin = dice.Chance(0.88) ? origin : NameLists.Origin(dice);
        var partner = partnersOrigin == origin && dice.Chance(0.5) ? family : names.Family(partnersOrigin, dice);
        var shares = dice.Chance(age > 60 ? 0.5 : 0.25);
        yield return Member(
            other,
            Math.Max(20, age + dice.Between(-6, 6)),
            partner,
            shares ? mobile : numbers.NextMobile(),
            partnersOrigin
        );
        if (kind == "family")
        {
            yield return Member(
                dice.Chance(0.5) ? "v" : "m",
                dice.Between(18, 23),
                family,
                shares ? mobile : numbers.NextMobile()
            );
        }

        Inhabitant Member(string who, int years, (string, string) name, string own, string? from = null) =>
            people.Person(
                who,
                names.Given(from ?? origin, who, years, dice),
                name,
                years,
                address,
                landline is null ? [own] : [own, landline],
                isNew
            );
    }

    private static string Opposite(string sex) => sex == "v" ? "m" : "v";
}
