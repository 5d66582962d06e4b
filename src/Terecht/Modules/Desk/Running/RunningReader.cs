using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Platform.Data;

namespace Terecht.Modules.Desk.Running;

/// <summary>What waits in the outbox for one reaction.</summary>
/// <param name="Waiting">Not done and not stuck.</param>
/// <param name="Oldest">When the oldest of these was made; null when nothing waits.</param>
/// <param name="Failed">Of these, how many failed before.</param>
internal sealed record WaitingWork(string Kind, int Waiting, Instant? Oldest, int Failed, int Stuck);

/// <summary>One thing that was given up.</summary>
/// <param name="EventType">What it follows; null when that is gone.</param>
/// <param name="Error">The type only: messages may hold words about people.</param>
internal sealed record StuckWork(
    Guid Id,
    string Kind,
    string? EventType,
    Guid? StreamId,
    string? Error,
    int Tries,
    Instant CreatedAt,
    Instant StuckAt
);

/// <param name="Backlog">Events without a number in the feed.</param>
internal sealed record RunningWork(
    IReadOnlyList<WaitingWork> Waiting,
    IReadOnlyList<StuckWork> Stuck,
    bool More,
    int StuckInAll,
    long Backlog,
    long Head
);

/// <summary>Reads what the program does by itself: from the indexes on what is open, which are small whatever was done before.</summary>
internal sealed class RunningReader(TerechtDb db)
{
    public const int PageSize = 50;

    /// <param name="after">When the last row of the page before got stuck, and its id; null for the first page.</param>
    public async Task<RunningWork> ReadAsync((Instant At, Guid Id)? after, CancellationToken ct)
    {
        var waiting = await db
            .Database.SqlQuery<WaitingWork>(
                $"""
                select kind, (count(*) filter (where stuck_at is null))::int as waiting,
                       min(created_at) filter (where stuck_at is null) as oldest,
                       (count(*) filter (where stuck_at is null and tries > 0))::int as failed,
                       (count(*) filter (where stuck_at is not null))::int as stuck
                from (
                    select kind, created_at, tries, stuck_at from platform.outbox where done_at is null and stuck_at is null
                    union all
                    select kind, created_at, tries, stuck_at from platform.outbox where stuck_at is not null
                ) as open group by kind order by kind
                """
            )
            .ToListAsync(ct);
        var (at, id) = after ?? (Instant.FromUnixTimeSeconds(0), Guid.Empty);
        var stuck = await db
            .Database.SqlQuery<StuckWork>(
                $"""
                select o.id, o.kind, e.type as event_type, e.stream_id, o.last_error as error, o.tries, o.created_at, o.stuck_at
                from platform.outbox o left join platform.event e on e.id = o.event_id
                where o.stuck_at is not null and (o.stuck_at, o.id) > ({at}, {id})
                order by o.stuck_at, o.id limit {PageSize + 1}
                """
            )
            .ToListAsync(ct);
        var feed = await db
            .Database.SqlQuery<FeedNow>(
                $"""
                select (select count(*) from platform.feed_waiting) as backlog, (select no from platform.feed_head) as head
                """
            )
            .SingleAsync(ct);
        return new RunningWork(
            waiting,
            [.. stuck.Take(PageSize)],
            stuck.Count > PageSize,
            waiting.Sum(w => w.Stuck),
            feed.Backlog,
            feed.Head
        );
    }

    private sealed record FeedNow(long Backlog, long Head);
}
