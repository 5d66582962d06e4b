using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Worklist;

/// <summary>How many promises a team has open, by holder.</summary>
internal sealed record HolderCount(Guid? HolderId, int Open, int Bounced);

/// <summary>The counts beside a team's list, computed at most once in two seconds for all who look.</summary>
internal sealed class WorklistCounts(IServiceScopeFactory scopes, IOrganisation organisation, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<Guid, (long At, Task<IReadOnlyList<HolderCount>> Counts)> _teams = new();

    public async Task<IReadOnlyDictionary<WorklistFilter, int>> ForAsync(Guid teamId, Guid staffId)
    {
        var now = RealClock.Instance.GetTimestamp();
        var entry = _teams.AddOrUpdate(
            teamId,
            _ => (now, ReadAsync(teamId)),
            (_, known) =>
                RealClock.Instance.GetElapsedTime(known.At, now) < Life && !known.Counts.IsFaulted
                    ? known
                    : (now, ReadAsync(teamId))
        );
        var counts = await entry.Counts;
        var away = (await organisation.NowAsync(CancellationToken.None)).AwayAt(clock.Now()).ToHashSet();
        return new Dictionary<WorklistFilter, int>
        {
            [WorklistFilter.All] = counts.Sum(c => c.Open),
            [WorklistFilter.Mine] = counts.Where(c => c.HolderId == staffId).Sum(c => c.Open),
            [WorklistFilter.Nobody] = counts.Where(c => c.HolderId is null).Sum(c => c.Open),
            [WorklistFilter.Bounced] = counts.Sum(c => c.Bounced),
            [WorklistFilter.Away] = counts.Where(c => c.HolderId is { } id && away.Contains(id)).Sum(c => c.Open),
        };
    }

    private async Task<IReadOnlyList<HolderCount>> ReadAsync(Guid teamId)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<TerechtDb>()
            .Database.SqlQuery<HolderCount>(
                $"""
                select holder_id, count(*)::int as open, (count(*) filter (where bounces > 0))::int as bounced
                from promises.pub_promise where team_id = {teamId} and ended_at is null and kind <> 'open_door'
                group by holder_id
                """
            )
            .ToListAsync();
    }
}
