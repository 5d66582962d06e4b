using Npgsql;

namespace Terecht.Benchmarks.Load;

/// <summary>
/// Keys, indexes and foreign keys of the big tables: taken away before the rows come and put back after, word for word as
/// PostgreSQL itself writes them. Building an index once is many times cheaper than keeping it up row by row.
/// </summary>
internal sealed class Rules
{
    private readonly List<(string Table, string Name, string Sql)> _keys = [];
    private readonly List<string> _indexes = [];
    private readonly List<(string Table, string Name, string Sql)> _foreignKeys = [];

    public static async Task<Rules> TakeAsync(NpgsqlDataSource source, IReadOnlyCollection<string> tables)
    {
        var rules = new Rules();
        var names = tables.ToArray();
        await using (
            var read = source.CreateCommand(
                """
                select c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid), c.contype = 'f'
                from pg_constraint c
                where (c.contype in ('p', 'u') and c.conrelid = any($1::text[]::regclass[]))
                   or (c.contype = 'f' and (c.conrelid = any($1::text[]::regclass[]) or c.confrelid = any($1::text[]::regclass[])))
                order by c.conrelid::regclass::text, c.conname
                """
            )
        )
        {
            read.Parameters.AddWithValue(names);
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var list = rows.GetBoolean(3) ? rules._foreignKeys : rules._keys;
                list.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2)));
            }
        }
        await using (
            var read = source.CreateCommand(
                """
                select pg_get_indexdef(i.indexrelid), i.indexrelid::regclass::text from pg_index i
                where i.indrelid = any($1::text[]::regclass[])
                  and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))
                """
            )
        )
        {
            read.Parameters.AddWithValue(names);
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                rules._indexes.Add(rows.GetString(0));
                rules._dropIndexes.Add($"drop index {rows.GetString(1)}");
            }
        }
        await rules.DropAsync(source);
        return rules;
    }

    private readonly List<string> _dropIndexes = [];

    private async Task DropAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        foreach (var (table, name, _) in _foreignKeys.Concat(_keys))
        {
            await Sql.RunAsync(connection, $"alter table {table} drop constraint {name}");
        }
        foreach (var drop in _dropIndexes)
        {
            await Sql.RunAsync(connection, drop);
        }
    }

    /// <summary>Two at a time, as there are two cores; keys before what points at them.</summary>
    public async Task PutBackAsync(NpgsqlDataSource source, Action<string> say)
    {
        say($"{_keys.Count} keys and {_indexes.Count} indexes");
        await InParallelAsync(source, [.. _keys.Select(Add), .. _indexes]);
        say($"{_foreignKeys.Count} foreign keys");
        await InParallelAsync(source, [.. _foreignKeys.Select(Add)]);
    }

    private static string Add((string Table, string Name, string Sql) rule) =>
        $"alter table {rule.Table} add constraint {rule.Name} {rule.Sql}";

    private static Task InParallelAsync(NpgsqlDataSource source, IReadOnlyList<string> statements) =>
        Parallel.ForEachAsync(
            statements,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (statement, ct) =>
            {
                await using var connection = await source.OpenConnectionAsync(ct);
                await Sql.RunAsync(connection, Sql.ForLoading);
                await Sql.RunAsync(connection, statement);
            }
        );
}
