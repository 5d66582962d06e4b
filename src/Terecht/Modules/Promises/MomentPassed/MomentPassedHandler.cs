using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.MomentPassed;

/// <summary>
/// What happens when a promise's moment passes: it is marked, once, and everybody who watches the team or the matter sees it
/// turn late. The promise itself stays as it was, open and owned by the same team. Late is after the moment, to the second.
/// </summary>
internal sealed class MomentPassedHandler(TerechtDb db, TimeProvider clock, EventLog events)
{
    private const int AtOnce = 50;

    /// <summary>How many were marked; those that another node is marking are skipped.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var passed = await db
            .Promises.FromSql(
                $"""
                select * from promises.promise
                where ended_at is null and moment_passed_at is null and due < {now}
                order by due limit {AtOnce} for update skip locked
                """
            )
            .ToListAsync(ct);
        foreach (var promise in passed)
        {
            promise.MomentPassedAt = now;
            events.Record(
                new PromiseMomentPassed(
                    promise.Id,
                    promise.MatterId,
                    promise.TeamId,
                    promise.HolderId,
                    promise.Due!.Value
                )
            );
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return passed.Count;
    }
}
