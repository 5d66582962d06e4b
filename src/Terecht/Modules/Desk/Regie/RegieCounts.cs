using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Feed;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Regie;

/// <summary>What is open in one team, by column of the heat table; see <see cref="HeatDays"/>.</summary>
/// <param name="Column">0 late, 1 today, and so on; -1 without a date.</param>
internal sealed record RegieCell(
    Guid TeamId,
    int Column,
    int Open,
    int NotTried,
    int Nobody,
    int Away,
    int Untold,
    int Bounced,
    int ThirdBounce,
    int Repeated,
    int NotOwedAsked,
    int NoWriting,
    int DayClosed,
    int NoDateNow,
    Instant? NobodySince
);

/// <summary>How many promises a team ended on a working day, on average over four weeks.</summary>
internal sealed record TeamPace(Guid TeamId, int Ended);

/// <summary>All counts of the page at one instant.</summary>
/// <param name="No">Everything up to this number of the feed is in them.</param>
internal sealed record RegieSnapshot(
    long No,
    Instant At,
    HeatDays Days,
    IReadOnlyList<RegieCell> Cells,
    IReadOnlyDictionary<Guid, int> Pace
)
{
    public int Sum(Func<RegieCell, int> count) => Cells.Sum(count);

    public int Of(Guid teamId, int column) =>
        Cells.FirstOrDefault(c => c.TeamId == teamId && c.Column == column)?.Open ?? 0;
}

/// <summary>Computed once every two seconds for everybody who looks; the pace of teams once an hour.</summary>
internal sealed class RegieCounts(
    IServiceScopeFactory scopes,
    IOrganisation organisation,
    FeedSignal feed,
    TimeProvider clock
)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LifeOfPace = TimeSpan.FromHours(1);
    private static readonly Duration Weeks = Duration.FromDays(28);

    private readonly Lock _lock = new();
    private (long At, Task<RegieSnapshot> Counts)? _counts;
    private (long At, Task<IReadOnlyDictionary<Guid, int>> Pace)? _pace;

    public Task<RegieSnapshot> NowAsync()
    {
        lock (_lock)
        {
            if (_counts is { } known && Fresh(known.At, Life) && !known.Counts.IsFaulted)
            {
                return known.Counts;
            }
            var reading = ReadAsync();
            _counts = (RealClock.Instance.GetTimestamp(), reading);
            return reading;
        }
    }

    /// <summary>
    /// Counts in which everything is that the feed told of so far. Who was told that something changed does not ask again, so they
    /// wait for the next computation where the last one is too old and still too young to be done over.
    /// </summary>
    public async Task<RegieSnapshot> WithNewsAsync(CancellationToken ct)
    {
        var no = feed.No;
        while (true)
        {
            var counts = await NowAsync();
            if (counts.No >= no)
            {
                return counts;
            }
            await Task.Delay(Life, ct);
        }
    }

    /// <summary>After somebody acted: what they see next is what they did.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _counts = null;
        }
    }

    private Task<IReadOnlyDictionary<Guid, int>> PaceAsync()
    {
        lock (_lock)
        {
            if (_pace is { } known && Fresh(known.At, LifeOfPace) && !known.Pace.IsFaulted)
            {
                return known.Pace;
            }
            var reading = ReadPaceAsync();
            _pace = (RealClock.Instance.GetTimestamp(), reading);
            return reading;
        }
    }

    private async Task<RegieSnapshot> ReadAsync()
    {
        var no = feed.No;
        var teams = await organisation.NowAsync(CancellationToken.None);
        var now = clock.Now();
        var days = HeatDays.Of(now, teams);
        var away = teams.Away(now);
        var (first, second, third) = (days.Ends[0], days.Ends[1], days.Ends[2]);
        await using var scope = scopes.CreateAsyncScope();
        var cells = await scope
            .ServiceProvider.GetRequiredService<TerechtDb>()
            .Database.SqlQuery<RegieCell>(
                $"""
                select team_id, "column", count(*)::int as open, (count(*) filter (where attempts = 0))::int as not_tried,
                       (count(*) filter (where holder_id is null))::int as nobody,
                       (count(*) filter (where holder_id = any({away})))::int as away,
                       (count(*) filter (where "column" = 0 and told_at is null))::int as untold,
                       (count(*) filter (where bounces > 0))::int as bounced,
                       (count(*) filter (where bounces >= 3))::int as third_bounce,
                       (count(*) filter (where repeats > 0))::int as repeated,
                       (count(*) filter (where not_owed_asked_at is not null))::int as not_owed_asked,
                       (count(*) filter (where untold_since is not null))::int as no_writing,
                       (count(*) filter (where day_closed_at is not null))::int as day_closed,
                       (count(*) filter (where "column" = -1 and look_at < {now}))::int as no_date_now,
                       min(made_at) filter (where holder_id is null) as nobody_since
                from (
                    select *, case when due is null then -1 when due < {now} then 0 when due < {first} then 1
                                   when due < {second} then 2 when due < {third} then 3 else 4 end as "column"
                    from promises.pub_promise where ended_at is null and kind <> 'open_door'
                ) open
                group by team_id, "column"
                """
            )
            .ToListAsync();
        return new RegieSnapshot(no, now, days, cells, await PaceAsync());
    }

    private async Task<IReadOnlyDictionary<Guid, int>> ReadPaceAsync()
    {
        var teams = await organisation.NowAsync(CancellationToken.None);
        var now = clock.Now();
        await using var scope = scopes.CreateAsyncScope();
        var ended = await scope
            .ServiceProvider.GetRequiredService<TerechtDb>()
            .Database.SqlQuery<TeamPace>(
                $"""
                select team_id, count(*)::int as ended from promises.pub_promise
                where ended_at >= {now - Weeks} and team_id = any({teams.Teams.Select(t => t.Id).ToArray()})
                group by team_id
                """
            )
            .ToListAsync();
        return ended.ToDictionary(
            t => t.TeamId,
            t =>
            {
                var days = teams
                    .Team(t.TeamId)
                    .Calendar.WorkingDaysBetween((now - Weeks).Local().Date, now.Local().Date);
                return days == 0 ? 0 : (int)Math.Ceiling((double)t.Ended / days);
            }
        );
    }

    private static bool Fresh(long at, TimeSpan life) =>
        RealClock.Instance.GetElapsedTime(at, RealClock.Instance.GetTimestamp()) < life;
}
