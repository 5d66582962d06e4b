using System.Text.RegularExpressions;
using Terecht.Demo.Town;

namespace Terecht.Demo.Inhabitants;

/// <summary>Whom a story can be about, read from its words.</summary>
internal static partial class StoryFit
{
    /// <summary>Words that only an organisation says, and how the name of such a one begins.</summary>
    private static readonly (string Word, string Name)[] Sayings =
    [
        ("Onze camping", "Camping"),
        ("een bloemenwinkel", "Bloemenhuis"),
        ("mijn bloemenwinkel", "Bloemenhuis"),
        ("mijn winkeldeur", "Bloemenhuis"),
        ("klein eetcafé", "Eetcafé"),
        ("alcohol schenken", "Eetcafé"),
        ("volleybalclubje", "Volleybalclub"),
        ("muziekvereniging", "Muziekvereniging"),
        ("Wij zijn installateurs", "Installatiebedrijf"),
        ("mijn timmerbedrijf", "Timmerbedrijf"),
        ("een kapsalon", "Kapsalon"),
        ("kleine VvE", "VvE"),
        ("In onze VvE", "VvE"),
        ("Ons bedrijf staat leeg", "Garage"),
        ("een reclamezuil", "Garage"),
        ("Mijn factuur van", "Schildersbedrijf"),
        ("ons winkelpand", "Drogisterij"),
        ("Mag mijn winkel", "Drogisterij"),
    ];

    /// <summary>Whether this is an organisation that a story is of.</summary>
    public static bool IsOf(Story story, string organisation) =>
        story.Ask.Contains(organisation, StringComparison.Ordinal)
        || Array.Exists(
            Sayings,
            s =>
                story.Ask.Contains(s.Word, StringComparison.Ordinal)
                && organisation.StartsWith(s.Name, StringComparison.Ordinal)
        );

    /// <summary>v, m, or null when it does not matter.</summary>
    public static string? SexOf(Story story) =>
        Woman().IsMatch(story.Note) || HasHusband().IsMatch(story.Ask) ? "v"
        : Man().IsMatch(story.Note) || HasWife().IsMatch(story.Ask) ? "m"
        : null;

    public static (int Low, int High) AgesOf(Story story) =>
        Old().IsMatch(story.Ask) ? (68, 95)
        : Parent().IsMatch(story.Ask) ? (24, 52)
        : Grown().IsMatch(story.Ask) ? (38, 70)
        : Young().IsMatch(story.Ask) ? (20, 30)
        : (18, 95);

    [GeneratedRegex(
        @"\b(AOW|Ik word 75|ben zelf 82|mijn kleinkind|Mevrouw van 83)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Old();

    [GeneratedRegex(
        @"\b(baby|peuter|kleuter|vier maanden|zwanger|voorschool|busje|zoon is gisteravond|buggy)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Parent();

    [GeneratedRegex(
        @"\b(Mijn|mijn|Onze|onze) (oude )?(moeder|vader|ouders|dochter|zoon)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Grown();

    [GeneratedRegex(@"\b(Ik ben 21|op kamers|studeer)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Young();

    [GeneratedRegex(@"\b([Mm]evrouw|[Aa]lleenstaande moeder|Moeder (zegt|bang))\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Woman();

    [GeneratedRegex(@"\b([Mm]eneer|Man huilde|Hij )\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Man();

    [GeneratedRegex(@"\b([Mm]ijn (man|vriend)|maanden zwanger)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HasHusband();

    [GeneratedRegex(@"\b[Mm]ijn (vrouw|vriendin)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HasWife();
}
