using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Text;

namespace Terecht.Modules.Promises.Make;

/// <summary>The sentence of a moment that depends on something: with its date, or with when we look again.</summary>
internal static class HappeningSentence
{
    public static IReadOnlyList<SentencePart> Nl(
        PlanPromise plan,
        Happening happening,
        int days,
        Instant? due,
        TeamCard team,
        Instant now
    )
    {
        var when = days switch
        {
            0 => $"op de dag dat {happening.Name}",
            1 => $"een dag voordat {happening.Name}",
            7 => $"een week voordat {happening.Name}",
            _ => $"{days} dagen voordat {happening.Name}",
        };
        var then = due is { } moment
            ? $"Dat is {SpokenMoment.Nl(moment, now)}."
            : $"De datum is nog niet bekend. Wij kijken daar {SpokenMoment.Nl(happening.CheckAt, now)} weer naar.";
        IEnumerable<SentencePart> sentence = plan.Kind switch
        {
            "call" => [new("U wordt gebeld door ", false), new($"team {team.Name}", true), .. Number(plan, "op")],
            "write" => [new("U krijgt bericht van ", false), new($"team {team.Name}", true)],
            _ => [new("Wij regelen dit. Dat doet ", false), new($"team {team.Name}", true)],
        };
        return [.. sentence, new(", ", false), new(when, true), new(". ", false), new(then, true)];
    }

    public static IReadOnlyList<SentencePart> En(
        PlanPromise plan,
        Happening happening,
        int days,
        Instant? due,
        TeamCard team,
        Instant now
    )
    {
        var name = happening.NameEn.Length > 0 ? happening.NameEn : happening.Name;
        var when = days switch
        {
            0 => $"on the day that {name}",
            1 => $"a day before {name}",
            7 => $"a week before {name}",
            _ => $"{days} days before {name}",
        };
        var then = due is { } moment
            ? $"That is {SpokenMoment.En(moment, now)}."
            : $"The date is not known yet. We will look again {SpokenMoment.En(happening.CheckAt, now)}.";
        IEnumerable<SentencePart> sentence = plan.Kind switch
        {
            "call" => [new($"The {team.NameEn} team", true), new(" will call you", false), .. Number(plan, "on")],
            "write" => [new($"The {team.NameEn} team", true), new(" will send you a message", false)],
            _ => [new($"The {team.NameEn} team", true), new(" will take care of this", false)],
        };
        return [.. sentence, new(", ", false), new(when, true), new(". ", false), new(then, true)];
    }

    private static IEnumerable<SentencePart> Number(PlanPromise plan, string on) =>
        plan.Phone is { } phone ? [new($", {on} ", false), new(PhoneNumber.Spoken(phone), true)] : [];
}
