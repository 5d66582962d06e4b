using Npgsql;
using Terecht.Platform.Data;
using Terecht.Platform.Feed;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Platform;

/// <summary>A migrated database without a program on it: nothing happens in it but what the test does.</summary>
internal sealed class Scratch : IAsyncDisposable
{
    private readonly string _connection;

    private Scratch(string connection)
    {
        _connection = connection;
        Source = NpgsqlDataSource.Create(connection);
    }

    public NpgsqlDataSource Source { get; }

    public static async Task<Scratch> CreateAsync() => new(await Databases.CloneAsync());

    public Sequencer Sequencer() => new(new ConnectionStrings(_connection), new TestClock());

    public FeedListener Listener(FeedSignal signal) =>
        new(new ConnectionStrings(_connection), new FeedReader(Source), signal);

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<List<T>> ListAsync<T>(string sql)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var command = Source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<T>();
        while (await rows.ReadAsync(ct))
        {
            found.Add(await rows.GetFieldValueAsync<T>(0, ct));
        }
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Databases.DropAsync(_connection);
    }
}
