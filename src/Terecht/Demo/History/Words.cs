using System.Text.RegularExpressions;
using Terecht.Demo.Chance;
using Terecht.Demo.Inhabitants;
using Terecht.Demo.Town;

namespace Terecht.Demo.History;

/// <summary>What an agent notes of a contact.</summary>
internal static partial class Words
{
    /// <summary>The question as it was asked, and what the agent adds: whoever takes over need not ask again.</summary>
    public static string Whole(Story story) => $"‘{story.Ask}’ {story.Note}";

    /// <summary>Of a question that was answered at once: as much as people note in a hurry.</summary>
    public static string Quick(Story story, string channel, Dice dice) =>
        (channel == "counter" && dice.Chance(0.4)) || dice.Chance(0.06) ? ""
        : dice.Chance(0.3) ? Whole(story)
        : story.Note;

    /// <summary>For whom somebody calls, when a story says so: "haar moeder".</summary>
    public static string For(Story story, Inhabitant? who) =>
        who is not null
        && CallsFor().IsMatch(story.Ask + story.Note)
        && Relative().Match(story.Ask) is { Success: true } found
            ? $"{who.Possessive} {found.Groups["who"].Value}"
            : "";

    [GeneratedRegex(
        "(namens|Ik bel voor haar|belt voor moeder|mag ik voor haar)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex CallsFor();

    [GeneratedRegex("[Mm]ijn (?<who>moeder|vader|buurvrouw|buurman|broer|zus)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Relative();
}
