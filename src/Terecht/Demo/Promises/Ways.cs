using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Bounce;

namespace Terecht.Demo.Promises;

/// <summary>The teams that a promise is meant for, one after the other; null is "don't know".</summary>
internal sealed record Way(IReadOnlyList<TeamCard?> Teams)
{
    public TeamCard First => Teams[0]!;
    public int Bounces => Teams.Count - 1;

    /// <summary>Who owns it after so many bounces: Regie from the third on, unless Regie itself sent it on.</summary>
    public TeamCard Owner(int bounces, TeamCard regie)
    {
        var meant = Teams[bounces] ?? regie;
        return bounces >= BounceHandler.RegieDecidesFrom && Owner(bounces - 1, regie) != regie ? regie : meant;
    }
}

/// <summary>Wrong turns: most promises go straight to their team, some come there after one or more.</summary>
internal sealed class Ways(Municipality town, Acts acts, Dice dice)
{
    private static readonly (int Bounces, double Weight)[] Usual = [(0, 92.3), (1, 5), (2, 1.9), (3, 0.4), (4, 0.4)];

    // Teams that answer for all: nobody sends a promise there by mistake.
    private static readonly HashSet<string> Nobodys = ["regie", "kcc", "kennis"];

    public Way Usually(TeamCard right) => With(right, dice.Weighted(Usual));

    public Way With(TeamCard right, int bounces)
    {
        var wrong = Wrong(right, null);
        var other = Wrong(right, wrong);
        return new Way(
            bounces switch
            {
                0 => [right],
                1 => [wrong, right],
                2 when dice.Chance(0.4) => [wrong, null, right],
                2 => [wrong, other, right],
                3 => [wrong, right, other, wrong],
                // Regie gives it to the team that it was for.
                _ => [wrong, right, other, wrong, right],
            }
        );
    }

    /// <summary>A wrong team, and from there to Regie: nobody knows.</summary>
    public Way ToNobody(TeamCard right) => new([Wrong(right, null), null]);

    /// <summary>Writes the bounces into the script; the instant of the last one, or null when there is no time for them.</summary>
    public Instant? Follow(Script script, Way way, TownTopic topic, Instant made, Instant until)
    {
        if (way.Bounces == 0)
        {
            return made;
        }
        var moments = acts.Moments(way.First.Calendar, made + Duration.FromMinutes(5), until, way.Bounces);
        if (moments.Count < way.Bounces)
        {
            return null;
        }
        foreach (var (index, at) in moments.Index())
        {
            acts.Bounce(script, way.Owner(index, town.Regie), way.Teams[index + 1], topic, at);
        }
        return moments[^1];
    }

    /// <summary>Another team: of the same department as often as not.</summary>
    private TeamCard Wrong(TeamCard right, TeamCard? notThis)
    {
        var others = town
            .Teams.Where(t => t.Id != right.Id && t.Id != notThis?.Id && !Nobodys.Contains(t.Code))
            .ToList();
        var near = others.Where(t => t.Department == right.Department).ToList();
        return near.Count > 0 && dice.Chance(0.6) ? dice.Pick(near) : dice.Pick(others);
    }
}
