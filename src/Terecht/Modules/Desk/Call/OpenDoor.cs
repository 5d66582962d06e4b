using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Call;

/// <summary>Whom this caller may reach directly, until when, and who of them is there now.</summary>
/// <param name="Person">The colleague; null for the whole team.</param>
/// <param name="Until">The last day on which it holds.</param>
internal sealed record OpenDoor(
    KnownPromise Promise,
    TeamCard Team,
    StaffCard? Person,
    LocalDate Until,
    IReadOnlyList<StaffCard> Others
)
{
    public static OpenDoor Of(KnownPromise promise, Instant until, OrganisationNow now)
    {
        var team = now.Team(promise.TeamId);
        return new OpenDoor(
            promise,
            team,
            now.FindStaff(promise.DoorStaffId),
            SpokenMoment.DayOf(until),
            [.. now.MembersOf(team.Id).Where(s => s.Id != promise.DoorStaffId)]
        );
    }

    /// <summary>Rianne van team Wmo; team Wmo.</summary>
    public string Who => Person is null ? $"team {Team.Name}" : $"{Person.Short} van team {Team.Name}";

    public string UntilInWords(Instant now) => $"tot en met {SpokenMoment.DateNl(Until, now.Local().Date)}";

    public bool IsIn(Instant now) => Person?.IsInAt(now) ?? Others.Any(s => s.IsInAt(now));

    /// <summary>Whether it makes sense to put the caller through now, and who else is there.</summary>
    public string Presence(Instant now)
    {
        var others = Others.Count(s => s.IsInAt(now));
        var team = others == 1 ? "1 collega" : $"{others} collega's";
        return Person is null ? (others == 0 ? "Er is nu niemand van het team." : $"Er zijn nu {team}.")
            : Person.IsInAt(now) ? $"{Person.Short} is er nu."
            : others == 0 ? $"{Person.Short} is er nu niet, en ook niemand anders van het team."
            : $"{Person.Short} is er nu niet. Van het team {(others == 1 ? "is" : "zijn")} er wel {team}.";
    }

    /// <summary>With whom the call is put through, as it is written down.</summary>
    public string Detail => $"{Person?.Name ?? "een collega"} van team {Team.Name} (mag zelf terugbellen)";
}
