using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Text;

namespace Terecht.Modules.Promises.Make;

/// <summary>The sentence that is read out, and kept as it was said.</summary>
internal static class SpokenSentence
{
    /// <param name="when">As <see cref="SpokenMoment"/> says it.</param>
    public static IReadOnlyList<SentencePart> Nl(string kind, string when, TeamCard team, string? phone)
    {
        var moment = Slot(when);
        var who = Slot($"team {team.Name}");
        return kind switch
        {
            "call" when phone is null => [Text("U wordt "), moment, Text(" gebeld door "), who, Text(".")],
            "call" =>
            [
                Text("U wordt "),
                moment,
                Text(" gebeld door "),
                who,
                Text(", op "),
                Slot(PhoneNumber.Spoken(phone)),
                Text("."),
            ],
            "write" => [Text("U krijgt "), moment, Text(" bericht van "), who, Text(".")],
            _ => [Text("Wij regelen dit "), moment, Text(". Dat doet "), who, Text(".")],
        };
    }

    public static IReadOnlyList<SentencePart> En(string kind, string when, TeamCard team, string? phone)
    {
        var moment = Slot(when);
        var who = Slot($"The {team.NameEn} team");
        return kind switch
        {
            "call" when phone is null => [who, Text(" will call you "), moment, Text(".")],
            "call" => [who, Text(" will call you "), moment, Text(", on "), Slot(PhoneNumber.Spoken(phone)), Text(".")],
            "write" => [who, Text(" will send you a message "), moment, Text(".")],
            _ => [who, Text(" will take care of this "), moment, Text(".")],
        };
    }

    public static string Whole(IEnumerable<SentencePart> parts) => string.Concat(parts.Select(p => p.Text));

    private static SentencePart Text(string text) => new(text, false);

    private static SentencePart Slot(string text) => new(text, true);
}
