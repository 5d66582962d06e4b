using System.Globalization;
using Terecht.Demo.Chance;
using Terecht.Demo.Inhabitants;
using Terecht.Demo.Town;

namespace Terecht.Demo.History;

/// <summary>Who is on the line: somebody we know, or a name and a number, or neither.</summary>
/// <param name="Who">Null for somebody we do not know.</param>
internal sealed record Caller(Inhabitant? Who, string Name, string? Number)
{
    public string Language => Who?.Party.Language ?? "nl";

    /// <summary>The number to call back on.</summary>
    public string? CallBackOn => Number ?? Who?.Phone;
}

internal sealed class Callers(Population population, NameLists names, Dice dice)
{
    private const double Known = 0.8;
    private const double GivesName = 0.5;
    private const double ShowsNumber = 0.9;

    // Not in the number book: of people whom the municipality does not know.
    private static readonly string[] Strangers = ["+3161200", "+3162300", "+3164500"];

    public Caller Of(Story story, string channel) =>
        dice.Chance(Known)
            ? Familiar(population.WhoAsks(story, dice), channel)
            : Stranger(channel, dice.Chance(GivesName));

    /// <summary>Whoever gets a promise has at least a name, and for a call a number.</summary>
    public Caller ToPromise(Story story, string channel) =>
        dice.Chance(0.93) ? Familiar(population.WhoAsks(story, dice), channel) : Stranger(channel, named: true);

    private Caller Familiar(Inhabitant who, string channel) =>
        new(who, who.Name, channel == "phone" && dice.Chance(ShowsNumber) ? who.Phone : null);

    private Caller Stranger(string channel, bool named)
    {
        var origin = NameLists.Origin(dice);
        var (infix, family) = names.Family(origin, dice);
        var surname = infix.Length > 0 ? $"{char.ToUpperInvariant(infix[0])}{infix[1..]} {family}" : family;
        var name = named ? $"{(dice.Chance(0.5) ? "Mevrouw" : "De heer")} {surname}" : "";
        var number =
            named || (channel == "phone" && dice.Chance(0.7))
                ? string.Create(CultureInfo.InvariantCulture, $"{dice.Pick(Strangers)}{dice.Below(10_000):0000}")
                : null;
        return new Caller(null, name, number);
    }
}
