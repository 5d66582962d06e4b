using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Steps;

/// <summary>Who hears a step: those of the receiver that the norm names who are in, or else the next in line.</summary>
/// <param name="Kind">A word of <see cref="ReminderReceiver"/>.</param>
/// <param name="Team">Whose opening hours count.</param>
internal sealed record Receivers(string Kind, TeamCard Team, Guid[] Staff)
{
    /// <summary>
    /// Holder, else the people of the team; then the lead, else the deputy; then Regie. Where nobody of them is in, it
    /// goes on to the next. Regie is the last: when nobody is in there, all who work there have it when they come back.
    /// </summary>
    public static Receivers Of(StepReceiver to, Promised promise, OrganisationNow town, Instant now)
    {
        var team = town.Team(promise.TeamId);
        var members = town.MembersOf(team.Id).Where(p => p.IsInAt(now)).ToList();
        Receivers? Found(string kind, IEnumerable<StaffCard> people) =>
            people.Select(p => p.Id).ToArray() is { Length: > 0 } ids ? new Receivers(kind, team, ids) : null;

        Receivers? found = null;
        if (to == StepReceiver.Holder)
        {
            found =
                town.FindStaff(promise.HolderId) is { } holder && holder.IsInAt(now)
                    ? Found(ReminderReceiver.Holder, [holder])
                    // The lead has a step of their own.
                    : Found(ReminderReceiver.Team, members.Where(p => !p.Leads.Contains(team.Id)));
        }
        if (to != StepReceiver.Regie)
        {
            found ??=
                Found(ReminderReceiver.Lead, members.Where(p => p.Leads.Contains(team.Id)))
                ?? Found(ReminderReceiver.Deputy, members.Where(p => p.Deputises.Contains(team.Id)));
        }
        return found ?? OfRegie(town.Regie(promise.MunicipalityId), town, now);
    }

    private static Receivers OfRegie(TeamCard regie, OrganisationNow town, Instant now)
    {
        var people = town.MembersOf(regie.Id).Where(p => p.WorksOn(now.Local().Date)).ToList();
        var present = people.Where(p => p.IsInAt(now)).ToList();
        return new Receivers(
            ReminderReceiver.Regie,
            regie,
            [.. (present.Count > 0 ? present : people).Select(p => p.Id)]
        );
    }

    /// <summary>The first instant from now on at which they can hear it; now when their team never opens again.</summary>
    public Instant From(Instant now) => Team.Calendar.NextOpening(now) ?? now;
}

/// <summary>What decides who hears a step of a promise.</summary>
internal sealed record Promised(Guid MunicipalityId, Guid TeamId, Guid? HolderId);
