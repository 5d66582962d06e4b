using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Events;

namespace Terecht.Modules.Promises.Data;

/// <summary>Reads the counted events of a promise back as what the ledger folds.</summary>
internal static class PromiseHistory
{
    private const string Prefix = "promise.";

    public static async Task<List<PromiseEvent>> ReadAsync(TerechtDb db, Guid promiseId, CancellationToken ct)
    {
        var rows = await db.Set<EventRow>()
            .AsNoTracking()
            .Where(e => e.StreamId == promiseId && e.Seq != null)
            .OrderBy(e => e.Seq)
            .ToListAsync(ct);
        return [.. rows.Select(Read)];
    }

    /// <summary>Null when it was never opened again.</summary>
    public static Task<Instant?> LastReopeningAsync(TerechtDb db, Guid promiseId, CancellationToken ct) =>
        db.Set<EventRow>()
            .Where(e => e.StreamId == promiseId && e.Seq != null && e.Type == PromiseReopened.Type)
            .OrderByDescending(e => e.Seq)
            .Select(e => (Instant?)e.At)
            .FirstOrDefaultAsync(ct);

    public static PromiseEvent Read(EventRow row)
    {
        var data = JsonSerializer.Deserialize<Fields>(row.Data, EventLog.Json)!;
        return new PromiseEvent
        {
            Seq = row.Seq!.Value,
            At = row.At,
            RecordedAt = row.RecordedAt,
            Type =
                PromiseWords.ParseType(row.Type[Prefix.Length..])
                ?? throw new InvalidOperationException($"{row.Type} is no act on a promise."),
            Team = data.TeamCode,
            Due = data.Due,
            By = PromiseWords.ParseWishedBy(data.By),
            Reason = data.Reason,
            Outcome = data.Outcome,
        };
    }

    private sealed record Fields(string? TeamCode, Instant? Due, string? By, string? Reason, string? Outcome);
}
