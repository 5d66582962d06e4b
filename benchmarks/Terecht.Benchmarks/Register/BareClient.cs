using Npgsql;
using Terecht.Platform.Time;

namespace Terecht.Benchmarks.Register;

/// <summary>
/// One client of bare PostgreSQL: the rows that the product wrote, with new ids, as one prepared batch. PostgreSQL runs it as
/// one transaction, in one round trip: the least that these rows can cost.
/// </summary>
internal sealed class BareClient : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly IReadOnlyList<IReadOnlyList<SavedRow>> _examples;
    private readonly NpgsqlBatch _batch;
    private readonly TimeProvider _clock;

    private BareClient(
        NpgsqlConnection connection,
        IReadOnlyList<IReadOnlyList<SavedRow>> examples,
        NpgsqlBatch batch,
        TimeProvider clock
    ) => (_connection, _examples, _batch, _clock) = (connection, examples, batch, clock);

    /// <param name="examples">What the product wrote for some registrations; all write the same columns of the same tables.</param>
    public static async Task<BareClient> OpenAsync(
        NpgsqlDataSource source,
        IReadOnlyList<IReadOnlyList<SavedRow>> examples,
        TimeProvider clock
    )
    {
        var connection = await source.OpenConnectionAsync();
        var batch = connection.CreateBatch();
        foreach (var row in examples[0])
        {
            var command = new NpgsqlBatchCommand(row.Sql);
            foreach (var value in row.Values)
            {
                command.Parameters.Add(value.Clone());
            }
            batch.BatchCommands.Add(command);
        }
        await batch.PrepareAsync();
        return new BareClient(connection, examples, batch, clock);
    }

    /// <param name="draft">The open contact: the contact gets its id, and it is gone after.</param>
    /// <param name="reference">Of the new matter.</param>
    public async Task WriteAsync(long number, Guid draft, string reference)
    {
        var rows = _examples[(int)(number % _examples.Count)];
        var ids = NewIds(rows, draft);
        for (var i = 0; i < rows.Count; i++)
        {
            var parameters = _batch.BatchCommands[i].Parameters;
            for (var p = 0; p < rows[i].Values.Count; p++)
            {
                parameters[p].Value = New(rows[i].Values[p].Value, ids, reference);
            }
        }
        await _batch.ExecuteNonQueryAsync();
    }

    /// <summary>Every row gets an id of its own, and what points at it the same one.</summary>
    private Dictionary<Guid, Guid> NewIds(IReadOnlyList<SavedRow> rows, Guid draft)
    {
        var ids = new Dictionary<Guid, Guid>();
        foreach (var row in rows)
        {
            if (row.Sql.StartsWith("delete", StringComparison.Ordinal))
            {
                ids[(Guid)row.Values[0].Value!] = draft;
            }
            else if (KeyOf(row) is { } key)
            {
                ids.TryAdd(key, _clock.NewId());
            }
        }
        return ids;
    }

    /// <summary>The first column is the key wherever rows have an id.</summary>
    private static Guid? KeyOf(SavedRow row) =>
        row.Sql.Contains("(id, ", StringComparison.Ordinal) || row.Sql.Contains("(key, ", StringComparison.Ordinal)
            ? row.Values[0].Value as Guid?
            : null;

    private static object? New(object? value, Dictionary<Guid, Guid> ids, string reference) =>
        value switch
        {
            Guid id => ids.GetValueOrDefault(id, id),
            string { Length: 10 } text when text.All(char.IsAsciiDigit) => reference,
            string text => Replaced(text, ids),
            string[] texts => Array.ConvertAll(texts, t => Replaced(t, ids)),
            _ => value,
        };

    private static string Replaced(string text, Dictionary<Guid, Guid> ids)
    {
        // Ids stand in the data of an event, in topics and in the address of a finished form.
        if (text.Length < 36 || !text.Contains('-', StringComparison.Ordinal))
        {
            return text;
        }
        foreach (var (old, fresh) in ids)
        {
            text = text.Replace(old.ToString(), fresh.ToString(), StringComparison.Ordinal);
        }
        return text;
    }

    public async ValueTask DisposeAsync()
    {
        await _batch.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
