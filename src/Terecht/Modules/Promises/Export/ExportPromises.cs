using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Data;
using Terecht.Platform.Events;

namespace Terecht.Modules.Promises.Export;

/// <summary>
/// Every promise with its events and what they come to, as JSON, so that anyone can recompute every figure. Read one promise
/// at a time: it does not matter how many there are.
/// </summary>
internal sealed class ExportPromises(TerechtDb db)
{
    private const int Batch = 2000;

    /// <param name="asOf">What was recorded later is not seen.</param>
    public async Task WriteAsync(Stream output, Instant asOf, CancellationToken ct)
    {
        var figures = new Dictionary<string, PromiseFigures>(StringComparer.Ordinal);
        await using var json = new Utf8JsonWriter(output, PromiseJson.Options);
        json.WriteStartObject();
        json.WriteInstant("asOf", asOf);
        json.WriteStartArray("promises");
        await foreach (var (promise, events) in ReadAsync(asOf, ct))
        {
            var state = PromiseLedger.Fold(events, promise.Terms, asOf);
            json.WritePromise(promise, state, events);
            figures[state.FigureTeam] =
                figures.GetValueOrDefault(state.FigureTeam, PromiseFigures.Zero) + PromiseFigures.Of(state);
            await json.FlushAsync(ct);
        }
        json.WriteEndArray();
        json.WriteFigures(figures);
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    /// <summary>In the order in which they were made, some thousands at a time.</summary>
    private async IAsyncEnumerable<(ExportedPromise Promise, List<PromiseEvent> Events)> ReadAsync(
        Instant asOf,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var after = Guid.Empty;
        while (true)
        {
            var promises = await db.Set<Promise>()
                .AsNoTracking()
                .Where(p => p.Id > after && p.MadeAt <= asOf)
                .OrderBy(p => p.Id)
                .Take(Batch)
                .Select(p => new ExportedPromise(p.Id, p.MatterId, p.NormAttempts, p.NormDayparts))
                .ToListAsync(ct);
            if (promises.Count == 0)
            {
                yield break;
            }
            var ids = promises.ConvertAll(p => p.Id);
            var rows = await db.Set<EventRow>()
                .AsNoTracking()
                .Where(e => ids.Contains(e.StreamId) && e.Seq != null && e.RecordedAt <= asOf)
                .ToListAsync(ct);
            var byPromise = rows.ToLookup(e => e.StreamId);
            foreach (var promise in promises)
            {
                yield return (promise, [.. byPromise[promise.Id].OrderBy(e => e.Seq).Select(PromiseHistory.Read)]);
            }
            after = promises[^1].Id;
        }
    }
}

internal sealed record ExportedPromise(Guid Id, Guid MatterId, short NormAttempts, short NormDayparts)
{
    /// <summary>How many attempts count as kept; null where the norm counts none.</summary>
    public int? Attempts => NormAttempts == 0 ? null : NormAttempts;

    public AttemptTerms Terms => new(Attempts, NormDayparts);
}
