using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Platform.Outbox;

/// <summary>Somebody let what was stuck be tried once more.</summary>
/// <param name="Reaction">Null: of all reactions.</param>
/// <param name="Rows">How many rows.</param>
internal sealed record OutboxRetried(Guid RetryId, string? Reaction, int Rows) : IEvent
{
    public static string Type => "outbox.retried";
    public Guid Stream => RetryId;
    public IEnumerable<string> Topics => ["running"];
}

/// <summary>
/// Lets what was given up be tried again, at once. It keeps its number of tries: when it fails once more it is stuck once more.
/// The caller's transaction holds the rows and the event together.
/// </summary>
internal sealed class OutboxRetry(TerechtDb db, EventLog events, TimeProvider clock)
{
    /// <param name="id">One row.</param>
    /// <param name="kind">All stuck rows of one reaction; all that are stuck when both are null.</param>
    /// <returns>How many; those that are stuck no more are left as they are.</returns>
    public async Task<int> TryAgainAsync(Guid? id, string? kind, CancellationToken ct)
    {
        var rows = db.Set<OutboxRow>().Where(o => o.StuckAt != null && o.DoneAt == null);
        rows = id is { } one ? rows.Where(o => o.Id == one) : rows;
        rows = kind is { } reaction ? rows.Where(o => o.Kind == reaction) : rows;
        var count = await rows.ExecuteUpdateAsync(
            set =>
                set.SetProperty(o => o.StuckAt, (NodaTime.Instant?)null)
                    .SetProperty(o => o.NextTryAt, RealClock.Instance.Now()),
            ct
        );
        if (count > 0)
        {
            events.Record(new OutboxRetried(clock.NewId(), kind, count));
        }
        return count;
    }
}
