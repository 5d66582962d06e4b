using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Desk.Regie;

/// <summary>A team that will not keep what it promised for today unless somebody acts.</summary>
/// <param name="What">"Team Wmo heeft vandaag niemand."</param>
/// <param name="More">What is at stake, in numbers that the list behind it shows.</param>
/// <param name="Address">Of that list.</param>
internal sealed record Advice(string What, string More, string Address)
{
    private const int Most = 4;

    /// <summary>
    /// First the teams where nobody is in, then those that promised more for today than they end on a day (the average of four
    /// weeks), the largest number first.
    /// </summary>
    public static IReadOnlyList<Advice> Of(RegieSnapshot counts, OrganisationNow town)
    {
        var teams = town
            .Teams.Where(t => !t.IsRegie)
            .Select(team => new Load(
                team,
                counts.Of(team.Id, 0),
                counts.Of(team.Id, 1),
                counts.Pace.GetValueOrDefault(team.Id),
                town.MembersOf(team.Id).Any(m => m.IsInAt(counts.At))
            ))
            .ToList();
        return
        [
            .. teams
                .Where(l => !l.AnybodyIn && l.Late + l.Today > 0)
                .OrderByDescending(l => l.Late + l.Today)
                .Select(l => new Advice(
                    $"Team {l.Team.Name} heeft nu niemand.",
                    $"{l.Late} te laat, {l.Today} beloofd voor vandaag.",
                    RegieModel.Address(l.Late > 0 ? RegieView.Late : RegieView.Day, l.Team, l.Late > 0 ? 0 : 1)
                ))
                .Concat(
                    teams
                        .Where(l => l.AnybodyIn && l.Pace > 0 && l.Today > l.Pace)
                        .OrderByDescending(l => l.Today - l.Pace)
                        .Select(l => new Advice(
                            $"Team {l.Team.Name} heeft {l.Today} beloofd voor vandaag.",
                            $"Op een dag rondt dit team er {l.Pace} af.",
                            RegieModel.Address(RegieView.Day, l.Team, 1)
                        ))
                )
                .Take(Most),
        ];
    }

    private sealed record Load(TeamCard Team, int Late, int Today, int Pace, bool AnybodyIn);
}
