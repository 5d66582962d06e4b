using Npgsql;
using Terecht.Platform.Data;
using Terecht.Platform.Loops;

namespace Terecht.Platform.Feed;

/// <summary>
/// Hears that the feed grew and hands the new rows to who listens in this process. It reads from the number it knows, so
/// a notice that was lost with a connection loses nothing.
/// </summary>
internal sealed class FeedListener(ConnectionStrings connections, FeedReader reader, FeedSignal signal)
    : ILoop,
        IAsyncDisposable
{
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(5);
    private NpgsqlConnection? _connection;
    private long? _seen;

    public string Name => "feed-listener";
    public TimeSpan Pause => TimeSpan.Zero;

    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        try
        {
            _connection ??= await ListenAsync(ct);
            if (_seen is not { } seen)
            {
                await BeginAsync(ct);
                return true;
            }
            // Also without a notice: what came in between two connections is read here.
            var entries = await reader.AfterAsync(seen, null, ct);
            if (entries.Count == 0)
            {
                await _connection.WaitAsync(MostWait, ct);
                return true;
            }
            await signal.RaiseAsync(entries, ct);
            _seen = entries[^1].No;
            return true;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>From here on nothing is missed. What this process read before may be old already, so that is said first.</summary>
    private async Task BeginAsync(CancellationToken ct)
    {
        var head = await reader.HeadAsync(ct);
        await signal.RaiseAsync([new FeedEntry(head, Guid.Empty, "feed.begun", ["settings"])], ct);
        _seen = head;
    }

    private async Task<NpgsqlConnection> ListenAsync(CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connections.Direct) { Pooling = false, KeepAlive = 10 };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var listen = new NpgsqlCommand("listen terecht_feed", connection);
            await listen.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
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

    public void OnEntries(Func<IReadOnlyList<FeedEntry>, CancellationToken, Task> listener)
    {
        lock (_gate)
        {
            _listeners.Add(listener);
        }
    }

    /// <summary>Tells everybody; who fails keeps nobody else from hearing it, and is told again with the next try.</summary>
    public async Task RaiseAsync(IReadOnlyList<FeedEntry> entries, CancellationToken ct)
    {
        Func<IReadOnlyList<FeedEntry>, CancellationToken, Task>[] listeners;
        lock (_gate)
        {
            listeners = [.. _listeners];
        }
        await Task.WhenAll(listeners.Select(listener => TellAsync(listener, entries, ct)));
        // Only now: a page made before its settings were forgotten must be told of them.
        Interlocked.Exchange(ref _no, entries[^1].No);
    }

    private static async Task TellAsync(
        Func<IReadOnlyList<FeedEntry>, CancellationToken, Task> listener,
        IReadOnlyList<FeedEntry> entries,
        CancellationToken ct
    ) => await listener(entries, ct);
}
