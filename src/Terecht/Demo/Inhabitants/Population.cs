using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Town;

namespace Terecht.Demo.Inhabitants;

/// <summary>Everybody the municipality knows.</summary>
internal sealed class Population
{
    public const int Count = 2_000;
    private const int OrganisationCount = 130;

    private readonly List<Inhabitant> _all;
    private readonly List<Inhabitant> _people;
    private readonly List<Inhabitant> _organisations;
    private readonly Dictionary<string, List<Inhabitant>> _fitting = [];

    private Population(List<Inhabitant> family, List<Inhabitant> people, List<Inhabitant> organisations)
    {
        (Wil, Jan, Els) = (family[0], family[1], family[2]);
        (_people, _organisations) = (people, organisations);
        _all = [.. family, .. people, .. organisations];
    }

    /// <summary>Whom the story of the demo is about; she does nothing but what that story says.</summary>
    public Inhabitant Wil { get; }

    /// <summary>Her husband, on the same number.</summary>
    public Inhabitant Jan { get; }

    /// <summary>Her daughter.</summary>
    public Inhabitant Els { get; }

    public IReadOnlyList<Inhabitant> All => _all;

    /// <summary>Everybody but the family of the story.</summary>
    public IEnumerable<Inhabitant> Others => _people.Concat(_organisations);

    public static Population Make(Municipality town, Instant now)
    {
        var dice = Dice.For("people");
        var (names, streets, numbers) = (new NameLists(), new Streets(), new NumberBook(dice));
        var maker = new PersonMaker(town, now, dice);
        var home = streets.At("Kadeweg", 14);
        List<Inhabitant> family =
        [
            maker.Born("v", "Wil", "Verbeek", new LocalDate(1951, 3, 9), home, "+31612345678"),
            maker.Born("m", "Jan", "Verbeek", new LocalDate(1948, 11, 2), home, "+31612345678"),
            maker.Born(
                "v",
                "Els",
                "Verbeek",
                new LocalDate(1979, 6, 21),
                streets.At("Merelstraat", 31),
                numbers.NextMobile()
            ),
        ];
        family[0].Party.Prefers = "phone";
        var organisations = OrganisationNames
            .All(names, OrganisationCount, dice)
            .Select(name => maker.Organisation(name, AddressOf(name, streets, dice), numbers.NextLandline()))
            .ToList();
        var households = new Households(maker, names, streets, numbers, dice);
        var people = new List<Inhabitant>();
        while (people.Count + organisations.Count + family.Count < Count)
        {
            people.AddRange(households.Next().Take(Count - people.Count - organisations.Count - family.Count));
        }
        return new Population(family, people, organisations);
    }

    /// <summary>Somebody whom a story fits; some people call much more often than others.</summary>
    public Inhabitant WhoAsks(Story story, Dice dice)
    {
        if (!_fitting.TryGetValue(story.Ask, out var fitting))
        {
            _fitting[story.Ask] = fitting = [.. _organisations.Where(o => StoryFit.IsOf(story, o.Name))];
        }
        if (fitting.Count > 0)
        {
            // A name in full is this one, and no other.
            return fitting.Find(o => story.Ask.Contains(o.Name, StringComparison.Ordinal)) ?? dice.Pick(fitting);
        }
        var (sex, age) = (StoryFit.SexOf(story), StoryFit.AgesOf(story));
        for (var tries = 0; tries < 60; tries++)
        {
            var person = Often(_people, dice);
            if ((sex is null || person.Sex == sex) && person.Age >= age.Low && person.Age <= age.High)
            {
                return person;
            }
        }
        return dice.Pick(_people);
    }

    private static Inhabitant Often(List<Inhabitant> from, Dice dice) =>
        from[(int)(Math.Pow(dice.Unit(), 1.7) * from.Count)];

    private static Address AddressOf(string name, Streets streets, Dice dice) =>
        name.StartsWith("VvE ", StringComparison.Ordinal)
            ? streets.At(name[4..], dice.Between(1, 120))
            : streets.Any(dice);
}
