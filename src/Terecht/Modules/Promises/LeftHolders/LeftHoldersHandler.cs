using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.LeftHolders;

/// <summary>
/// Who left the organisation holds nothing any more: from the midnight after the last day everything goes back to the teams
/// that own it.
/// </summary>
internal sealed class LeftHoldersHandler(TerechtDb db, TimeProvider clock, EventLog events)
{
    private const int AtOnce = 50;

    /// <summary>How many were given back; those that another node holds are skipped.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var today = clock.Today();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var held = await db
            .Promises.FromSql(
                $"""
                select p.* from promises.promise p
                join organisation.pub_staff s on s.staff_id = p.holder_id
                where p.ended_at is null and p.holder_id is not null and s.ends_on < {today}
                order by p.due limit {AtOnce} for update of p skip locked
                """
            )
            .ToListAsync(ct);
        if (held.Count == 0)
        {
            return 0;
        }
        held.ForEach(promise => events.Record(promise.GiveBack()));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return held.Count;
    }
}
