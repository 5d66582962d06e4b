using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Terecht.Platform.Data;

namespace Terecht.Tests.Testing;

/// <summary>One migrated template per test program; each test that asks gets a clone of it, dropped afterwards.</summary>
internal static class Databases
{
    private static readonly string Template = $"test_template_{Environment.ProcessId}";
    private static readonly Lazy<Task> Ready = new(MakeTemplateAsync);
    private static int _count;

    /// <summary>The server that the tests may use; set by <c>./test</c>.</summary>
    private static string Server =>
        Environment.GetEnvironmentVariable("TERECHT_TEST_DATABASE")
        ?? throw new InvalidOperationException("TERECHT_TEST_DATABASE is not set. Run the tests by ./test.");

    public static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 30 }.ConnectionString;

    public static async Task<string> CloneAsync()
    {
        await Ready.Value;
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync($"create database {name} template {Template}");
        return ConnectionTo(name);
    }

    /// <summary>A database with nothing in it.</summary>
    public static async Task<string> EmptyAsync()
    {
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync($"create database {name}");
        return ConnectionTo(name);
    }

    public static async Task DropAsync(string connection)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
        var name = new NpgsqlConnectionStringBuilder(connection).Database;
        await ExecuteAsync($"drop database if exists {name} with (force)");
    }

    private static async Task MakeTemplateAsync()
    {
        await ExecuteAsync($"create database {Template}");
        var connection = new NpgsqlConnectionStringBuilder(ConnectionTo(Template)) { Pooling = false };
        Migrations.Run(connection.ConnectionString, NullLogger.Instance);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            ExecuteAsync($"drop database if exists {Template} with (force)").GetAwaiter().GetResult();
    }

    private static async Task ExecuteAsync(string sql)
    {
        var server = new NpgsqlConnectionStringBuilder(Server) { Pooling = false };
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
