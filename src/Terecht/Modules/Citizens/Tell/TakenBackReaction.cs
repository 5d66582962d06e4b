using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Citizens.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Outbox;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>
/// A colleague asked that the citizen hears how it stands, and took that back: what did not leave yet stays here, and nobody
/// need call. What left by then is said, and stays said.
/// </summary>
internal sealed class TakenBackReaction(TerechtDb db, IUntold untold) : IReaction
{
    public async Task HandleAsync(EventRow happened, CancellationToken ct)
    {
        var kept = await db
            .Messages.Where(m => m.PromiseId == happened.StreamId && m.State == MessageState.Waiting && m.Tries == 0)
            .Where(m => m.Code == Occasion.Progress.Code || m.Code == Occasion.Late.Code)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, MessageState.NotNeeded).SetProperty(m => m.NextTryAt, (Instant?)null),
                ct
            );
        if (kept == 0)
        {
            await untold.TakeBackAsync(happened.StreamId, ct);
        }
    }
}
