using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Platform.Data;

namespace Terecht.Modules.Desk.Happenings;

/// <summary>An open promise that is tied to a happening.</summary>
internal sealed record TiedPromise(
    Guid PromiseId,
    string ToName,
    Guid? ToPartyId,
    string Subject,
    Guid TeamId,
    short DaysBefore,
    Instant? Due
)
{
    public string Before =>
        DaysBefore switch
        {
            0 => "op de dag zelf",
            1 => "een dag ervoor",
            7 => "een week ervoor",
            _ => $"{DaysBefore} dagen ervoor",
        };
}

/// <summary>Who wait for a happening.</summary>
internal sealed class TiedPromises(TerechtDb db)
{
    /// <summary>More than anybody reads; the counts on the page are of all of them.</summary>
    private const int Most = 200;

    public async Task<IReadOnlyList<TiedPromise>> ReadAsync(Guid happeningId, CancellationToken ct) =>
        await db
            .Database.SqlQuery<TiedPromise>(
                $"""
                select promise_id, to_name, to_party_id, subject, team_id, coalesce(days_before, 0::smallint) as days_before, due
                from promises.pub_promise where happening_id = {happeningId} and ended_at is null
                order by look_at, promise_id limit {Most}
                """
            )
            .ToListAsync(ct);
}
