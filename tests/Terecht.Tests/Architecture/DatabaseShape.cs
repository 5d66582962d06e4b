using Npgsql;

namespace Terecht.Tests.Architecture;

/// <summary>What a database looks like: per table its columns, primary key and foreign keys, each in words.</summary>
internal sealed record DatabaseShape(IReadOnlyDictionary<string, TableShape> Tables)
{
    public static async Task<DatabaseShape> ReadAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var columns = await ReadAsync(
            source,
            """
            select n.nspname || '.' || c.relname, a.attname,
                   concat_ws(' ', format_type(a.atttypid, a.atttypmod),
                             case when a.attnotnull then 'not null' else 'null' end,
                             case a.attidentity when 'a' then 'identity always' when 'd' then 'identity by default' end)
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
            join pg_namespace n on n.oid = c.relnamespace
            where a.attnum > 0 and not a.attisdropped and n.nspname !~ '^(pg_|information_schema|public)'
            order by 1, a.attnum
            """
        );
        var keys = await ReadAsync(
            source,
            """
            select k.conrelid::regclass::text,
                   case k.contype when 'p' then 'primary key' else k.confrelid::regclass::text end,
                   (select string_agg(a.attname, ', ' order by u.position) from unnest(k.conkey) with ordinality u(no, position)
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.no)
            from pg_constraint k
            join pg_namespace n on n.oid = k.connamespace
            where k.contype in ('p', 'f') and n.nspname !~ '^(pg_|information_schema|public)'
            """
        );
        var keysOf = keys.ToLookup(k => k.Table);
        return new DatabaseShape(
            columns
                .GroupBy(c => c.Table)
                .ToDictionary(
                    table => table.Key,
                    table => new TableShape(
                        table.ToDictionary(c => c.Name, c => c.Value),
                        keysOf[table.Key].SingleOrDefault(k => k.Name == "primary key").Value ?? "none",
                        [
                            .. keysOf[table.Key]
                                .Where(k => k.Name != "primary key")
                                .Select(k => $"({k.Value}) to {k.Name}"),
                        ]
                    )
                )
        );
    }

    private static async Task<List<(string Table, string Name, string Value)>> ReadAsync(
        NpgsqlDataSource source,
        string sql
    )
    {
        var found = new List<(string, string, string)>();
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            found.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        }
        return found;
    }
}

/// <param name="Columns">Name to type and nullability.</param>
/// <param name="Key">The columns of the primary key, in order.</param>
/// <param name="References">Such as <c>(party_id) to people.party</c>.</param>
internal sealed record TableShape(
    IReadOnlyDictionary<string, string> Columns,
    string Key,
    IReadOnlyList<string> References
)
{
    /// <summary>What differs, seen from this table as the database has it.</summary>
    public IEnumerable<string> DifferencesFrom(TableShape model)
    {
        foreach (var column in Columns.Keys.Union(model.Columns.Keys))
        {
            var here = Columns.GetValueOrDefault(column, "missing");
            var there = model.Columns.GetValueOrDefault(column, "missing");
            if (here != there)
            {
                yield return $"{column}: the database has {here}, the model {there}";
            }
        }
        if (Key != model.Key)
        {
            yield return $"primary key: the database has {Key}, the model {model.Key}";
        }
    }
}
