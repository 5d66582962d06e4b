using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Loops;
using Terecht.Platform.Time;

namespace Terecht.Platform.Outbox;

/// <summary>
/// Claims one open row at a time, skipping those that another node holds, runs its reaction and marks it done in the same
/// transaction. Killed half-way, nothing was done and the row is open again.
/// </summary>
internal sealed class OutboxLoop(IServiceScopeFactory scopes, Reactions reactions, TimeProvider clock) : ILoop
{
    // Waits between tries; after the last one the row is stuck and waits for a person.
    private static readonly Duration[] Waits =
    [
        Duration.FromSeconds(2),
        Duration.FromSeconds(10),
        Duration.FromMinutes(1),
        Duration.FromMinutes(10),
        Duration.FromHours(1),
        Duration.FromHours(6),
    ];

    public string Name => "outbox";
    public TimeSpan Pause => TimeSpan.FromMilliseconds(500);

    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerechtDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = RealClock.Instance.Now();
        var row = (
            await db.Set<OutboxRow>()
                .FromSql(
                    $"""
                    select * from platform.outbox
                    where done_at is null and stuck_at is null and next_try_at <= {now}
                    order by next_try_at limit 1 for update skip locked
                    """
                )
                .ToListAsync(ct)
        ).SingleOrDefault();
        if (row is null)
        {
            return false;
        }

        await transaction.CreateSavepointAsync("before", ct);
        try
        {
            var happened = await db.Set<EventRow>().AsNoTracking().SingleAsync(e => e.Id == row.EventId, ct);
            var handler =
                reactions.Handler(row.Kind)
                ?? throw new InvalidOperationException($"No reaction is registered by the name {row.Kind}.");
            await ((IReaction)scope.ServiceProvider.GetRequiredService(handler)).HandleAsync(happened, ct);
            row.DoneAt = clock.Now();
            await db.SaveChangesAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // A reaction's own time-out too, which is a cancellation as well: else its row would be tried for ever, before all others.
            await transaction.RollbackToSavepointAsync("before", ct);
            db.ChangeTracker.Clear();
            await MarkFailedAsync(db, row, now, e, ct);
        }
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task MarkFailedAsync(TerechtDb db, OutboxRow row, Instant now, Exception e, CancellationToken ct)
    {
        var tries = row.Tries + 1;
        // The type only: messages of exceptions may hold words about people.
        var error = e.GetType().Name;
        Instant? stuck = tries > Waits.Length ? clock.Now() : null;
        var next = now + Waits[Math.Min(tries, Waits.Length) - 1];
        await db.Set<OutboxRow>()
            .Where(o => o.Id == row.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(o => o.Tries, tries)
                        .SetProperty(o => o.NextTryAt, next)
                        .SetProperty(o => o.StuckAt, stuck)
                        .SetProperty(o => o.LastError, error),
                ct
            );
    }
}
