using System.Text.RegularExpressions;
using NodaTime;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>
/// Fills in a text. There are no fields for a name, a number, a subject or a reference: what is not a field cannot come into a
/// message.
/// </summary>
internal static partial class MessageText
{
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Spaces()
            .Replace(
                Fields().Replace(text, found => values.GetValueOrDefault(found.Groups["field"].Value.Trim(), "")),
                " "
            )
            .Replace(" \n", "\n", StringComparison.Ordinal)
            .Trim();

    /// <summary>The fields that a text names, in their order.</summary>
    public static IReadOnlyList<string> FieldsIn(string text) =>
        [.. Fields().Matches(text).Select(m => m.Groups["field"].Value.Trim()).Distinct(StringComparer.Ordinal)];

    /// <param name="writtenAt">Decides whether the year is named.</param>
    public static Dictionary<string, string> Values(
        string language,
        string municipality,
        string link,
        Instant? due,
        string reason,
        int attempts,
        Instant writtenAt
    )
    {
        var english = language == "en";
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Field.Municipality] = municipality,
            [Field.Link] = link,
            [Field.Moment] = due is { } moment
                ? (english ? SpokenMoment.En(moment, writtenAt) : SpokenMoment.Nl(moment, writtenAt))
                : (english ? "as soon as the date is known" : "zodra de datum bekend is"),
            [Field.Reason] = english ? ReasonEn(reason) : ReasonNl(reason),
            [Field.Attempts] = english
                ? (attempts == 1 ? "once" : FormattableString.Invariant($"{attempts} times"))
                : FormattableString.Invariant($"{attempts} keer"),
        };
    }

    private static string ReasonNl(string reason) =>
        reason switch
        {
            RenewReason.Waiting => "Wij wachten nog op iets.",
            RenewReason.Absent => "Een collega is er niet.",
            RenewReason.Busy => "Het is nu erg druk.",
            _ => "",
        };

    private static string ReasonEn(string reason) =>
        reason switch
        {
            RenewReason.Waiting => "We are still waiting for something.",
            RenewReason.Absent => "A colleague is away.",
            RenewReason.Busy => "We are very busy now.",
            _ => "",
        };

    [GeneratedRegex(@"\(\((?<field>[^()]{0,40})\)\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fields();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
