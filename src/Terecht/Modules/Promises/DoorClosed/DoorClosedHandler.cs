using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.DoorClosed;

/// <summary>
/// An open door closes at the midnight after its last day: it ends as delivered, for the citizen could call until then. It has
/// no moment, so it counts in neither figure.
/// </summary>
internal sealed class DoorClosedHandler(TerechtDb db, TimeProvider clock, EventLog events)
{
    private const int AtOnce = 50;

    /// <summary>How many were closed; those that another node holds are skipped.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var passed = await db
            .Promises.FromSql(
                $"""
                select * from promises.promise
                where ended_at is null and door_until <= {now}
                order by door_until limit {AtOnce} for update skip locked
                """
            )
            .ToListAsync(ct);
        passed.ForEach(door => events.Record(door.End(PromiseEnd.Delivered, EndReason.DoorClosed, null, now)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return passed.Count;
    }
}
