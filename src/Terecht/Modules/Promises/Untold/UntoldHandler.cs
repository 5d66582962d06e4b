using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Untold;

/// <summary>Marks a promise whose citizen could not be told in writing: Regie sees it and calls.</summary>
internal sealed class UntoldHandler(TerechtDb db, TimeProvider clock, EventLog events) : IUntold
{
    public async Task MarkAsync(Guid promiseId, string why, CancellationToken ct)
    {
        var promise = await db.Promises.SingleAsync(p => p.Id == promiseId, ct);
        events.Record(promise.CannotBeTold(why, clock.Now()));
    }

    public async Task<bool> TakeBackAsync(Guid promiseId, CancellationToken ct)
    {
        var promise = await db.Promises.SingleAsync(p => p.Id == promiseId, ct);
        return promise.HasNothingToTell();
    }
}
