using Npgsql;
using NpgsqlTypes;

namespace Terecht.Platform.Feed;

/// <summary>Reads the numbered feed. First load, reconnect and polling are this one path.</summary>
internal sealed class FeedReader(NpgsqlDataSource source)
{
    private const int Most = 500;

    /// <summary>The highest number given so far.</summary>
    public async Task<long> HeadAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("select no from platform.feed_head");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>At most 500 rows after <paramref name="no"/>, in order; of the given topics, or of all when null.</summary>
    public async Task<IReadOnlyList<FeedEntry>> AfterAsync(long no, string[]? topics, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            $"""
            select no, event_id, type, topics from platform.feed
            where no > $1 and ($2::text[] is null or topics && $2) order by no limit {Most}
            """
        );
        command.Parameters.AddWithValue(no);
        command.Parameters.Add(
            new NpgsqlParameter
            {
                Value = (object?)topics ?? DBNull.Value,
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
            }
        );
        await using var rows = await command.ExecuteReaderAsync(ct);
        var entries = new List<FeedEntry>();
        while (await rows.ReadAsync(ct))
        {
            entries.Add(
                new FeedEntry(rows.GetInt64(0), rows.GetGuid(1), rows.GetString(2), rows.GetFieldValue<string[]>(3))
            );
        }
        return entries;
    }
}
