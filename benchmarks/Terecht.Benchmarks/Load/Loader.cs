using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Terecht.Benchmarks.Measure;
using Terecht.Platform.Data;

namespace Terecht.Benchmarks.Load;

/// <summary>Makes the database that is measured, or finds the one that an earlier run made from the same tables and rows.</summary>
internal static class Loader
{
    /// <summary>Raised when other rows are made of the same tables.</summary>
    private const int Version = 6;

    /// <summary>The connection string of a database of this size.</summary>
    /// <param name="server">Npgsql connection string of an owner of databases.</param>
    public static async Task<string> EnsureAsync(string server, Size size, bool again)
    {
        var name = $"terecht_{size.Name}";
        var connection = Connection(server, name);
        var marker = Marker(size);
        if (!again && await MarkerOfAsync(server, name) == marker)
        {
            return connection;
        }
        var watch = Stopwatch.StartNew();
        await CreateAsync(server, name);
        await using var source = Bare.Source(connection);
        await FillAsync(source, size, text => Say(watch, text));
        await Sql.RunAsync(source, $"create table public.bench_marker as select '{marker}'::text as marker");
        var bytes = await Sql.OneAsync<long>(source, "select pg_database_size(current_database())");
        Say(watch, $"loaded: {bytes / 1e9:F1} GB");
        return connection;
    }

    /// <summary>A database with the organisation and nothing that ever happened. Its connection string.</summary>
    /// <param name="server">Npgsql connection string of an owner of databases.</param>
    public static async Task<string> HouseAsync(string server, string name)
    {
        await CreateAsync(server, name);
        var connection = Connection(server, name);
        await using var source = Bare.Source(connection);
        foreach (var table in HouseTables.All(Size.Small))
        {
            await FillTableAsync(source, table, say: null);
        }
        return connection;
    }

    public static async Task DropAsync(string server, string name)
    {
        NpgsqlConnection.ClearAllPools();
        await using var master = NpgsqlDataSource.Create(Connection(server, "postgres"));
        await Sql.RunAsync(master, $"drop database if exists {name} with (force)");
    }

    /// <summary>The same rows in a database that may be written in: what is read elsewhere stays as large as it says.</summary>
    public static async Task<string> CopyAsync(string connection, Size size)
    {
        var watch = Stopwatch.StartNew();
        var (name, server) = ($"terecht_{size.Name}", Connection(connection, "postgres"));
        await DropCopyAsync(connection, size);
        await using var master = NpgsqlDataSource.Create(server);
        await Sql.RunAsync(master, $"create database {name}_copy template {name} strategy file_copy");
        Say(watch, $"copied {name}");
        return Connection(server, $"{name}_copy");
    }

    public static Task DropCopyAsync(string connection, Size size) =>
        DropAsync(connection, $"terecht_{size.Name}_copy");

    /// <summary>With all tables and no rows; one of that name is gone.</summary>
    private static async Task CreateAsync(string server, string name)
    {
        await DropAsync(server, name);
        await using (var master = NpgsqlDataSource.Create(Connection(server, "postgres")))
        {
            await Sql.RunAsync(master, $"create database {name}");
        }
        Migrations.Run(Connection(server, name), NullLogger.Instance);
    }

    private static async Task FillAsync(NpgsqlDataSource source, Size size, Action<string> say)
    {
        var calls = new Calls(size);
        var pledges = new Pledges(calls, size);
        foreach (var table in HouseTables.All(size))
        {
            await FillTableAsync(source, table, say: null);
        }
        var events = new EventTables(calls, pledges, size).Tables;
        IReadOnlyList<Table> rows =
        [
            .. new ContactTables(calls, pledges, size).Tables,
            .. new PledgeTables(calls, pledges).Tables,
            .. People.Tables(size),
            .. new LatestTables(calls, size).Tables,
        ];
        var rules = await Rules.TakeAsync(source, [.. events.Concat(rows).Select(t => t.Name)]);
        // Two streams, as there are two cores: the events are as much as all the rest.
        await Task.WhenAll(FillTablesAsync(source, events, say), FillTablesAsync(source, rows, say));
        await rules.PutBackAsync(source, say);
        var next = ContactTables.References(size) / 50 * 50 + 51;
        await Sql.RunAsync(source, $"select setval('contacts.reference_number', {next}, false)");
        await Sql.RunAsync(source, "update platform.feed_head set no = (select max(no) from platform.feed)");
        say("analysing");
        await Sql.RunAsync(source, "analyze");
        await Sql.RunAsync(source, "checkpoint");
    }

    private static async Task FillTablesAsync(NpgsqlDataSource source, IEnumerable<Table> tables, Action<string> say)
    {
        foreach (var table in tables)
        {
            // Off this thread: writing a row never waits, so nothing else would run beside it.
            await Task.Run(() => FillTableAsync(source, table, say));
        }
    }

    private static async Task FillTableAsync(NpgsqlDataSource source, Table table, Action<string>? say)
    {
        await using var connection = await source.OpenConnectionAsync();
        await Sql.RunAsync(connection, Sql.ForLoading);
        await using var transaction = await connection.BeginTransactionAsync();
        // Frozen rows need no second visit by vacuum; that asks for a table emptied in this transaction.
        var freeze = say is null ? "" : ", freeze";
        if (say is not null)
        {
            await Sql.RunAsync(connection, $"truncate {table.Name}", transaction);
        }
        long count;
        await using (
            var importer = await connection.BeginBinaryImportAsync(
                $"copy {table.Name} ({table.Columns}) from stdin (format binary{freeze})"
            )
        )
        {
            importer.Timeout = TimeSpan.FromHours(1);
            var rows = new CopyRows(importer);
            table.Write(rows);
            count = rows.Count;
            await importer.CompleteAsync();
        }
        await transaction.CommitAsync();
        say?.Invoke($"{table.Name}: {count:N0} rows");
    }

    private static async Task<string?> MarkerOfAsync(string server, string name)
    {
        await using var master = NpgsqlDataSource.Create(server);
        if (await Sql.OneAsync<int>(master, "select 1 from pg_database where datname = $1", name) != 1)
        {
            return null;
        }
        await using var source = Bare.Source(Connection(server, name));
        return await Sql.OneAsync<bool>(source, "select to_regclass('public.bench_marker') is not null")
            ? await Sql.OneAsync<string>(source, "select marker from public.bench_marker")
            : null;
    }

    /// <summary>The tables as the migrations make them, and how the rows are made.</summary>
    private static string Marker(Size size)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "db", "migrations");
        var migrations = Directory.GetFiles(folder, "V*.sql").Order(StringComparer.Ordinal).Select(File.ReadAllText);
        var sum = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(migrations)));
        return $"{Version} {size.Name} {Convert.ToHexString(sum)}";
    }

    private static string Connection(string server, string name) =>
        new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = true }.ConnectionString;

    private static void Say(Stopwatch watch, string text) =>
        Console.Error.WriteLine($"  {watch.Elapsed:mm\\:ss}  {text}");
}
