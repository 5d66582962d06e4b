using System.Globalization;
using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Town;
using Terecht.Modules.People.Data;
using Terecht.Platform.Text;
using Terecht.Platform.Time;

namespace Terecht.Demo.Inhabitants;

/// <summary>Makes one person or organisation, known to the municipality for some years.</summary>
internal sealed class PersonMaker(Municipality town, Instant now, Dice dice)
{
    private const string City = "Maasdrecht";
    private const double SpeaksEnglish = 0.45;

    private static readonly (string Prefers, double Weight)[] Prefers =
    [
        ("", 60),
        ("phone", 22),
        ("mail", 13),
        ("letter", 5),
    ];

    private static readonly string[] Mail = ["post.example", "postvak.example", "mail.example", "thuis.example"];

    private readonly Dictionary<string, Guid> _districts = town.Districts.ToDictionary(d => d.Code, d => d.Id);

    public Inhabitant Person(
        string sex,
        string given,
        (string Infix, string Name) family,
        int age,
        Address address,
        IEnumerable<string> phones,
        bool isNew = false
    )
    {
        var email = dice.Chance(age > 75 ? 0.4 : 0.8) ? Email(given, family, age) : null;
        var birth = now.Local().Date.PlusYears(-age).PlusDays(-dice.Below(365));
        return Make(
            "person",
            sex switch
            {
                "v" => "mevrouw",
                _ => "de heer",
            },
            given,
            family,
            birth,
            address,
            email,
            isNew && dice.Chance(SpeaksEnglish) ? "en" : "nl",
            phones,
            sex,
            age
        );
    }

    public Inhabitant Born(
        string sex,
        string given,
        string family,
        LocalDate birth,
        Address address,
        params string[] phones
    ) =>
        Make(
            "person",
            sex == "v" ? "mevrouw" : "de heer",
            given,
            ("", family),
            birth,
            address,
            null,
            "nl",
            phones,
            sex,
            Age(birth)
        );

    public Inhabitant Organisation(string name, Address address, params IEnumerable<string> phones)
    {
        var host = Fold.Of(name).Replace(" ", "", StringComparison.Ordinal);
        return Make("organisation", "", "", ("", name), null, address, $"info@{host}.example", "nl", phones, "", 0);
    }

    private Inhabitant Make(
        string kind,
        string salutation,
        string given,
        (string Infix, string Name) family,
        LocalDate? birth,
        Address address,
        string? email,
        string language,
        IEnumerable<string> phones,
        string sex,
        int age
    )
    {
        var known = now - Duration.FromDays(dice.Between(120, 2_400)) - Duration.FromMinutes(dice.Below(1_440));
        var id = dice.Id(known);
        var party = new Party
        {
            Id = id,
            MunicipalityId = town.Id,
            Kind = kind,
            Salutation = salutation,
            GivenName = given,
            Infix = family.Infix,
            FamilyName = family.Name,
            BirthDate = birth,
            Street = address.Street,
            HouseNumber = address.HouseNumber,
            Postcode = address.Postcode,
            City = City,
            DistrictId = _districts[address.District],
            Email = email,
            Language = language,
            Prefers = dice.Weighted(Prefers),
            RecordedAt = known,
            Phones = [.. phones.Distinct().Select(p => new PartyPhone { PartyId = id, Number = p })],
        };
        return new Inhabitant(party, sex, age);
    }

    private string Email(string given, (string Infix, string Name) family, int age)
    {
        var first = dice.Chance(0.6) ? given : given[..1];
        var name = string.Join('.', Fold.Of($"{first} {family.Infix}{family.Name}").Split(' '));
        var year = dice.Chance(0.3) ? (now.Local().Year - age).ToString(CultureInfo.InvariantCulture)[2..] : "";
        return $"{name}{year}@{dice.Pick(Mail)}";
    }

    private int Age(LocalDate birth) => Period.Between(birth, now.Local().Date, PeriodUnits.Years).Years;
}
