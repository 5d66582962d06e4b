using Npgsql;
using Terecht.Platform.Data;
using Terecht.Platform.Loops;
using Terecht.Platform.Time;

namespace Terecht.Platform.Feed;

/// <summary>
/// Gives committed events their number in the feed, in order. Only the holder of an advisory lock does it, so a number is
/// never handed out before a lower one is visible: a reader that asks for "more than the highest I saw" misses nothing.
/// When the holder dies its lock falls and another node takes over.
/// </summary>
internal sealed class Sequencer(ConnectionStrings connections, TimeProvider clock) : ILoop, IAsyncDisposable
{
    private const long Lock = 7_261_002;
    private const int Most = 500;
    private NpgsqlConnection? _connection;

    public string Name => "sequencer";
    public TimeSpan Pause => TimeSpan.FromMilliseconds(25);

    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        try
        {
            if (_connection is null && !await TakeLockAsync(ct))
            {
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
                return false;
            }
            // Not at once again for the few that came meanwhile: that would keep a core busy with numbering.
            return await NumberAsync(_connection!, ct) == Most;
        }
        catch
        {
            await DropAsync();
            throw;
        }
    }

    private async Task<bool> TakeLockAsync(CancellationToken ct)
    {
        // Not pooled: the lock lives and dies with this connection. Its one statement is planned once, not forty times a second.
        var settings = new NpgsqlConnectionStringBuilder(connections.Direct)
        {
            Pooling = false,
            KeepAlive = 10,
            MaxAutoPrepare = 5,
            AutoPrepareMinUsages = 2,
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({Lock})", connection);
            if (await command.ExecuteScalarAsync(ct) is true)
            {
                _connection = connection;
                return true;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return false;
    }

    private async Task<int> NumberAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var sql = $"""
            with taken as (
                delete from platform.feed_waiting
                where position in (select position from platform.feed_waiting order by position limit {Most})
                returning position, event_id, type, topics
            ), head as (
                update platform.feed_head set no = no + (select count(*) from taken)
                where exists (select from taken) returning no
            ), numbered as (
                insert into platform.feed (no, event_id, type, topics, numbered_at)
                select (select no from head) - (select count(*) from taken) + row_number() over (order by position),
                       event_id, type, topics, $1
                from taken returning no
            )
            select pg_notify('terecht_feed', max(no)::text), count(*) from numbered having count(*) > 0
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(clock.GetUtcNow().UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (int)reader.GetInt64(1) : 0;
    }

    private async Task DropAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await DropAsync();
}
