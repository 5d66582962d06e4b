using Terecht.Demo.Chance;

namespace Terecht.Demo.Inhabitants;

/// <summary>Names of shops, associations, foundations and schools. Those that stories name come first.</summary>
internal static class OrganisationNames
{
    private static readonly string[] Named =
    [
        "Stichting De Werf",
        "VvE Kadeweg",
        "VvE Havenzicht",
        "VvE Kanaalzicht",
        "Bloemenhuis Iris",
        "Bakkerij Zonneveld",
        "Eetcafé De Sluis",
        "Volleybalclub Maasdrecht",
        "Muziekvereniging Sint-Joris",
        "Camping De Griend",
    ];

    private static readonly string[] Shops =
    [
        "Bakkerij",
        "Slagerij",
        "Kapsalon",
        "Garage",
        "Installatiebedrijf",
        "Schildersbedrijf",
        "Bouwbedrijf",
        "Rijwielhandel",
        "Administratiekantoor",
        "Hoveniersbedrijf",
        "Drogisterij",
        "Timmerbedrijf",
        "Schoonmaakbedrijf",
        "Tandartspraktijk",
    ];

    private static readonly string[] Places =
    [
        "Eetcafé De Brug",
        "Eetcafé 't Anker",
        "Restaurant De Waag",
        "Hotel Maasoever",
        "Café De Kade",
        "Lunchroom Botermarkt",
        "Kinderdagverblijf De Vogels",
        "Kinderdagverblijf Pluis",
        "Basisschool De Molen",
        "Basisschool De Griend",
        "Basisschool Sint-Joris",
        "Basisschool De Kapitein",
        "Maasdrecht College",
        "Woonzorgcentrum De Uiterwaard",
        "Apotheek Zuiderpolder",
        "Apotheek Molenwijk",
        "Huisartsenpost Oude Veste",
        "Fysiotherapie Havenkwartier",
        "v.v. Maasdrecht",
        "Tennisvereniging De Krib",
        "Roeivereniging De Maas",
        "Scoutinggroep Sint-Joris",
        "Toneelvereniging De Poort",
        "Stichting Buurthuis Vogelbuurt",
        "Stichting Vrienden van de Vest",
        "Stichting Repair Café Maasdrecht",
        "Speeltuinvereniging Uilenplein",
        "Ondernemersvereniging Centrum",
        "Historische Kring Maasdrecht",
        "Wijkraad Noorderkade",
    ];

    private static readonly string[] Homes =
    [
        "Loodskade",
        "Kompasstraat",
        "Polderdreef",
        "Zuiderlaan",
        "Bastionstraat",
        "Noorderkade",
        "Kanaaldijk",
        "Maasboulevard",
        "Uiterwaardlaan",
        "Slotlaan",
        "Wilgenlaan",
        "Stuurmansplein",
        "Graanstraat",
        "Ridderstraat",
    ];

    public static IEnumerable<string> All(NameLists names, int count, Dice dice)
    {
        var family = Enumerable
            .Range(0, count)
            .Select(_ => names.Family(NameLists.Origin(dice), dice))
            .Select(n => n.Infix.Length > 0 ? $"{char.ToUpperInvariant(n.Infix[0])}{n.Infix[1..]} {n.Name}" : n.Name)
            .Select(n => $"{dice.Pick(Shops)} {n}");
        return Named
            .Concat(Places)
            .Concat(Homes.Select(h => $"VvE {h}"))
            .Concat(family)
            .Distinct(StringComparer.Ordinal)
            .Take(count);
    }
}
