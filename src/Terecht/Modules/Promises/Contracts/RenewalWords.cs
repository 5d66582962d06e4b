using NodaTime;
using Terecht.Modules.Organisation.Contracts;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>The sentence that goes with another moment.</summary>
internal static class RenewalWords
{
    public static string Nl(string kind, WishedBy by, KeepableMoment moment, TeamCard team, Instant now)
    {
        var when = SpokenMoment.Nl(
            moment.Due,
            KeepableMoments.NotBefore(new Chosen.Part(moment.Date, moment.Part), team.Calendar),
            now
        );
        var why = by switch
        {
            WishedBy.Citizen => "U vroeg om een ander moment.",
            WishedBy.Event => "Er is nu een datum.",
            _ => "Het lukt ons niet op het moment dat wij noemden. Sorry daarvoor.",
        };
        return kind switch
        {
            "call" => $"{why} U wordt {when} gebeld door team {team.Name}.",
            "write" => $"{why} U krijgt {when} bericht van team {team.Name}.",
            _ => $"{why} Wij regelen dit {when}. Dat doet team {team.Name}.",
        };
    }
}
