using NodaTime;
using Terecht.Modules.People.Data;

namespace Terecht.Benchmarks.Load;

/// <summary>The people we know, each computed from a number.</summary>
internal static class People
{
    private const double WithSecondPhone = 0.1;
    private const double OnPhoneOfHousehold = 0.1;

    public static Guid Id(int party) => Draw.Id(Of.Party, party, Recorded(party));

    public static string Given(int party) => Draw.From(Words.Given, Of.Party, party, 3);

    public static string Family(int party) => Words.Family(Draw.Unit(Of.Party, party, 4));

    /// <summary>E.164. Some share it with the number before them, as in a household.</summary>
    public static string Phone(int party)
    {
        var owner = party > 0 && Draw.Unit(Of.Party, party, 5) < OnPhoneOfHousehold ? party - 1 : party;
        return Number(Draw.Bits(Of.Party, owner, 6));
    }

    /// <summary>A mobile number that may exist: 061 to 065.</summary>
    public static string Number(ulong bits) => $"+316{10_000_000 + (bits % 50_000_000)}";

    /// <summary>As in a list: Mw. W. Verbeek.</summary>
    public static string Short(int party) =>
        $"{(party % 2 == 0 ? "Mw." : "Dhr.")} {Given(party)[..1]}. {Family(party)}";

    public static IReadOnlyList<Table> Tables(Size size) =>
        [
            new(
                "people.party",
                "id, municipality_id, kind, salutation, given_name, infix, family_name, birth_date, street, house_number, "
                    + "postcode, city, district_id, email, recorded_at",
                r => Parties(r, size)
            ),
            new("people.party_phone", "party_id, number", r => Phones(r, size)),
            new("people.party_name", "party_id, key", r => Names(r, size)),
        ];

    private static Instant Recorded(int party) => Size.Start - Duration.FromSeconds(1_000_000 - party);

    private static void Parties(CopyRows rows, Size size)
    {
        for (var i = 0; i < size.Parties; i++)
        {
            rows.Row()
                .Id(Id(i))
                .Id(House.Municipality)
                .Text("person")
                .Text(i % 2 == 0 ? "mevrouw" : "de heer")
                .Text(Given(i))
                .Text(Draw.From(Words.Infixes, Of.Party, i, 7))
                .Text(Family(i))
                .Day(new LocalDate(1930, 1, 1).PlusDays(Draw.Below(28_000, Of.Party, i, 8)))
                .Text(Draw.From(Words.Streets, Of.Party, i, 9))
                .Text($"{1 + Draw.Below(250, Of.Party, i, 10)}")
                .Text($"{3000 + Draw.Below(99, Of.Party, i, 11)} AB")
                .Text("Maasdrecht")
                .Id(Draw.From(House.District, Of.Party, i, 12))
                .Text(i % 3 == 0 ? $"p{i}@voorbeeld.example" : null)
                .At(Recorded(i));
        }
    }

    private static void Phones(CopyRows rows, Size size)
    {
        for (var i = 0; i < size.Parties; i++)
        {
            rows.Row().Id(Id(i)).Text(Phone(i));
            if (Draw.Unit(Of.Party, i, 13) < WithSecondPhone)
            {
                rows.Row().Id(Id(i)).Text($"+3110{1_000_000 + Draw.Below(9_000_000, Of.Party, i, 14)}");
            }
        }
    }

    /// <summary>The keys that the product itself makes of a name.</summary>
    private static void Names(CopyRows rows, Size size)
    {
        for (var i = 0; i < size.Parties; i++)
        {
            var party = new Party
            {
                Id = Id(i),
                MunicipalityId = House.Municipality,
                Kind = "person",
                GivenName = Given(i),
                FamilyName = Family(i),
                RecordedAt = Size.Start,
            };
            foreach (var name in PartyName.Of(party))
            {
                rows.Row().Id(name.PartyId).Text(name.Key);
            }
        }
    }
}
