using NodaTime;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Promises.Norms;

/// <summary>Reads the two clocks from events. A move is one act, so one team's time begins where the other's ends.</summary>
internal static class ClockReading
{
    /// <param name="events">In order of recording, the first of them the making.</param>
    public static TwoClocks Of(IReadOnlyList<PromiseEvent> events, Instant now)
    {
        var made = events[0].At;
        var teamSeconds = new Dictionary<string, long>(StringComparer.Ordinal);
        var team = events[0].Team ?? string.Empty;
        var since = made;
        long closed = 0;
        var open = true;

        foreach (var act in events.Skip(1))
        {
            switch (act.Type)
            {
                case PromiseEventType.Team or PromiseEventType.Bounce when act.Team is not null:
                    if (open)
                    {
                        Add(team, act.At);
                    }

                    team = act.Team;
                    break;
                case PromiseEventType.End when open:
                    Add(team, act.At);
                    open = false;
                    break;
                case PromiseEventType.Reopen when !open:
                    closed += Seconds(since, act.At);
                    since = act.At;
                    team = act.Team ?? team;
                    open = true;
                    break;
                default:
                    break;
            }
        }

        if (open)
        {
            Add(team, now);
        }

        return new TwoClocks(Seconds(made, since), closed, teamSeconds);

        void Add(string owner, Instant until)
        {
            teamSeconds[owner] = teamSeconds.GetValueOrDefault(owner) + Seconds(since, until);
            since = until;
        }
    }

    private static long Seconds(Instant from, Instant to) => to.ToUnixTimeSeconds() - from.ToUnixTimeSeconds();
}
