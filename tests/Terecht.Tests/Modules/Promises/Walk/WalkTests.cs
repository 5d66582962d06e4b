using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Export;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Modules.Promises.Export;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Walk;

/// <summary>
/// 20,000 promises of two municipalities, with all acts, from before one clock change to after the other: everything that is
/// stored and every figure of the export follows from the events alone. The seed of a run is in its output; TERECHT_SEED brings it back.
/// </summary>
public sealed class WalkTests(ITestOutputHelper output)
{
    private const int Promises = 20_000;

    [Fact]
    public async Task Everything_stored_follows_from_the_events_alone()
    {
        var seed = Environment.GetEnvironmentVariable("TERECHT_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        output.WriteLine($"TERECHT_SEED={seed}");
        var random = new Random(seed);
        var towns = await WalkTown.BothAsync(random);
        await using var app = towns[0].App;
        var walker = new Walker(app, towns, random);
        var (halfway, then) = (Instant.MinValue, Array.Empty<byte>());

        await walker.WalkAsync(
            Promises,
            async () => (halfway, then) = (app.Clock.Now(), await BytesAsync(app, app.Clock.Now()))
        );

        foreach (var (name, (done, not)) in walker.Counts)
        {
            output.WriteLine($"{name}: {done} done, {not} refused");
            (name == "stale" ? not : done).ShouldBeGreaterThan(20, $"{name}, TERECHT_SEED={seed}");
        }
        var now = app.Clock.Now();
        (await BytesAsync(app, halfway)).SequenceEqual(then).ShouldBeTrue($"as of halfway, TERECHT_SEED={seed}");
        using (var export = await ExportCheck.ExportAsync(app))
        {
            ExportCheck.Check(export, Promises);
            await ColumnsAsync(app, [.. export.RootElement.GetProperty("promises").EnumerateArray()], now, seed);
        }
        foreach (var asOf in new[] { halfway, new LocalDateTime(2027, 3, 28, 12, 0).InAmsterdam() })
        {
            using var export = await ExportCheck.ExportAsync(app, asOf);
            ExportCheck.Check(export, 100);
        }
    }

    private static async Task<byte[]> BytesAsync(App app, Instant asOf)
    {
        using var stream = new MemoryStream();
        await app.InScopeAsync(services =>
            services.GetRequiredService<ExportPromises>().WriteAsync(stream, asOf, default)
        );
        return stream.ToArray();
    }

    private static async Task ColumnsAsync(App app, List<System.Text.Json.JsonElement> exported, Instant now, int seed)
    {
        var rows = await app.InDbAsync(db => db.Set<Promise>().AsNoTracking().ToDictionaryAsync(p => p.Id));
        var codes = await app.InDbAsync(db => db.Set<Team>().ToDictionaryAsync(t => t.Id, t => t.Code));
        var holders = await HoldersAsync(app);
        exported.Count.ShouldBe(rows.Count);
        foreach (var promise in exported)
        {
            var again = new Recomputed(promise, now.ToUnixTimeSeconds());
            var row = rows[promise.GetProperty("id").GetGuid()];
            again.IsNumbered.ShouldBeTrue(promise.GetRawText());
            var stored = string.Join(
                ' ',
                row.FirstDue?.ToUnixTimeSeconds(),
                row.Due?.ToUnixTimeSeconds(),
                row.LimitAt?.ToUnixTimeSeconds(),
                codes[row.TeamId],
                row.HolderId,
                row.EndedAt?.ToUnixTimeSeconds(),
                row.EndCode,
                row.OnTime,
                $"{row.Attempts} {row.Repeats} {row.Bounces} {row.Renewals} {row.Seq}"
            );
            var recomputed = string.Join(
                ' ',
                again.First,
                again.Due,
                again.Limit,
                again.Team,
                holders.GetValueOrDefault(row.Id),
                again.EndedAt,
                again.End,
                // An open one that is late is so by the clock, and is stored as not known yet.
                again.End
                    is null
                    ? null
                    : again.OnTime,
                $"{again.Attempts} {again.Repeats} {again.Bounces} {again.Renewals} {promise.GetProperty("events").GetArrayLength()}"
            );
            stored.ShouldBe(recomputed, $"TERECHT_SEED={seed}\n{promise.GetRawText()}");
        }
    }

    /// <summary>Who holds each promise, from the events as they are stored: the export names no colleagues.</summary>
    private static async Task<Dictionary<Guid, Guid?>> HoldersAsync(App app)
    {
        var acts = await app.InDbAsync(db =>
            db.Set<EventRow>()
                .AsNoTracking()
                .Where(e => e.Seq != null)
                .OrderBy(e => e.StreamId)
                .ThenBy(e => e.Seq)
                .Select(e => new
                {
                    e.StreamId,
                    e.Type,
                    e.Data,
                })
                .ToListAsync()
        );
        var (holders, teams) = (new Dictionary<Guid, Guid?>(), new Dictionary<Guid, Guid>());
        foreach (var act in acts)
        {
            using var data = System.Text.Json.JsonDocument.Parse(act.Data);
            var team = data.RootElement.TryGetProperty("teamId", out var id) ? id.GetGuid() : Guid.Empty;
            var moved = teams.TryGetValue(act.StreamId, out var had) && team != Guid.Empty && had != team;
            teams[act.StreamId] = team == Guid.Empty ? had : team;
            holders[act.StreamId] = act.Type switch
            {
                "promise.hold" => data.RootElement.GetProperty("staffId").GetGuid(),
                "promise.release" => null,
                _ when moved => null,
                _ => holders.GetValueOrDefault(act.StreamId),
            };
        }
        return holders;
    }
}
