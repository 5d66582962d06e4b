using Npgsql;
using Terecht.Platform.Data;
using Terecht.Platform.Loops;

namespace Terecht.Platform.Feed;

/// <summary>
/// Hears that the feed grew and hands the new rows to who listens in this process. It reads from the number it knows, so
/// a notice that was lost with a connection loses nothing.
/// </summary>
internal sealed class FeedListener(ConnectionStrings connections, FeedReader reader, FeedSignal signal) : ILoop
{
    private long? _seen;

    public string Name => "feed-listener";
    public TimeSpan Pause => TimeSpan.Zero;

    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connections.Direct) { Pooling = false, KeepAlive = 10 };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand("listen terecht_feed", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }
        _seen ??= await reader.HeadAsync(ct);
        signal.StartAt(_seen.Value);
        while (!ct.IsCancellationRequested)
        {
            // Also without a notice: what came in between two connections is read here.
            var entries = await reader.AfterAsync(_seen.Value, null, ct);
            if (entries.Count > 0)
            {
                _seen = entries[^1].No;
                await signal.RaiseAsync(entries, ct);
                continue;
            }
            await connection.WaitAsync(TimeSpan.FromSeconds(5), ct);
        }
        return false;
    }
}

/// <summary>One numbered row of the feed.</summary>
internal sealed record FeedEntry(long No, Guid EventId, string Type, string[] Topics);

/// <summary>Who in this process must know that something changed: the live hub, and the snapshots of settings.</summary>
internal sealed class FeedSignal
{
    private readonly List<Func<IReadOnlyList<FeedEntry>, CancellationToken, Task>> _listeners = [];
    private readonly Lock _gate = new();
    private long _no;

    /// <summary>The highest number this process has heard of; a page that carries it misses nothing after it.</summary>
    public long No => Interlocked.Read(ref _no);

    public void StartAt(long no) => Interlocked.Exchange(ref _no, no);

    public void OnEntries(Func<IReadOnlyList<FeedEntry>, CancellationToken, Task> listener)
    {
        lock (_gate)
        {
            _listeners.Add(listener);
        }
    }

    public async Task RaiseAsync(IReadOnlyList<FeedEntry> entries, CancellationToken ct)
    {
        Func<IReadOnlyList<FeedEntry>, CancellationToken, Task>[] listeners;
        lock (_gate)
        {
            listeners = [.. _listeners];
        }
        // Only now: a page made before its settings were forgotten must be told of them.
        foreach (var listener in listeners)
        {
            await listener(entries, ct);
        }
        StartAt(entries[^1].No);
    }
}
