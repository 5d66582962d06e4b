using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Promises.Make;

/// <summary>The sentence of an open door: whom the citizen may call, and until when.</summary>
internal static class DoorSentence
{
    public static IReadOnlyList<SentencePart> Nl(
        TeamCard team,
        StaffCard? person,
        LocalDate until,
        string phone,
        LocalDate today
    ) =>
        [
            new("U mag ", false),
            new(person is null ? $"team {team.Name}" : $"{person.Name} van team {team.Name}", true),
            new(" zelf terugbellen, tot en met ", false),
            new(SpokenMoment.DateNl(until, today), true),
            new($". Bel {phone} en noem uw nummer van deze vraag.", false),
        ];

    public static IReadOnlyList<SentencePart> En(
        TeamCard team,
        StaffCard? person,
        LocalDate until,
        string phone,
        LocalDate today
    ) =>
        [
            new("You may call ", false),
            new(person is null ? $"the {team.NameEn} team" : $"{person.Name} of the {team.NameEn} team", true),
            new(" yourself, up to and including ", false),
            new(SpokenMoment.DateEn(until, today), true),
            new($". Call {phone} and give the reference of this question.", false),
        ];
}
