using Terecht.Demo.Chance;
using Terecht.Demo.Town;

namespace Terecht.Demo.Promises;

/// <summary>Whether we call, write, or do something.</summary>
internal static class PromiseKind
{
    private static readonly HashSet<string> Outside =
    [
        "openbare-ruimte",
        "groen",
        "riolering",
        "wegen",
        "afval",
        "reiniging",
        "handhaving",
    ];

    /// <summary>A report about a place: something must be done there.</summary>
    public static bool IsOutside(TownTopic topic, Municipality town) =>
        topic.TeamId is { } team && Outside.Contains(town.Team(team).Code);

    public static string Of(TownTopic topic, Municipality town, string channel, Dice dice) =>
        IsOutside(topic, town) && dice.Chance(0.7) ? "do"
        : channel is "mail" or "web" or "letter" or "social" && dice.Chance(0.7) ? "write"
        : dice.Chance(0.06) ? "write"
        : "call";
}
