using System.Text.RegularExpressions;

namespace Terecht.Modules.Citizens;

/// <summary>Keeps "4 mei", "17.00 uur" and "06 •• •• •• 78" on one line.</summary>
internal static partial class Unbroken
{
    private const string NoBreak = "\u00A0";

    public static string In(string text) => Spaces().Replace(text, NoBreak);

    [GeneratedRegex(
        "(?<=[0-9•]) (?=[0-9•]|uur\\b|januari|februari|maart|april|mei\\b|juni|juli|augustus|september|oktober|november|december"
            + "|January|February|March|April|May\\b|June|July|August|September|October|November|December)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Spaces();
}
