using Npgsql;

namespace Terecht.Benchmarks.Load;

internal static class Sql
{
    /// <summary>For one session that builds: plenty of memory to sort in, and no wait for the disk at each commit.</summary>
    public const string ForLoading =
        "set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 0; set synchronous_commit = off";

    public static async Task RunAsync(NpgsqlConnection connection, string sql, NpgsqlTransaction? transaction = null)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    public static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        await RunAsync(connection, sql);
    }

    public static async Task<T?> OneAsync<T>(NpgsqlDataSource source, string sql, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }
        return await command.ExecuteScalarAsync() is T found ? found : default;
    }
}
