using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Terecht.Platform.Data;

/// <summary>
/// The <c>pub_*</c> views, the only way for SQL across walls. When one file differs from what is there, all are dropped and
/// made again in module order, in one transaction under a lock: <c>create or replace</c> cannot rename or reorder columns.
/// </summary>
internal static class PublishedViews
{
    private const long Lock = 7_261_001;

    public static void Refresh(string connectionString, ILogger logger)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "db", "views");
        var files = ModuleOrder.Lowest().Select(m => Path.Combine(folder, m.ToLowerInvariant() + ".sql"));
        var scripts = files.Where(File.Exists).Select(File.ReadAllText).ToList();
        if (scripts.Count == 0)
        {
            throw new InvalidOperationException($"No views were found in {folder}.");
        }

        var wanted = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(scripts))));
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        Execute($"select pg_advisory_xact_lock({Lock})");
        Execute("create table if not exists public.published_views (sum text not null)");
        if (Scalar("select sum from public.published_views") as string == wanted)
        {
            transaction.Commit();
            return;
        }

        Execute(
            """
            do $$ declare v record; begin
              for v in select table_schema, table_name from information_schema.views
                       where table_name like 'pub\_%' and table_schema not in ('pg_catalog', 'information_schema')
              loop execute format('drop view if exists %I.%I cascade', v.table_schema, v.table_name); end loop;
            end $$
            """
        );
        foreach (var script in scripts)
        {
            Execute(script);
        }
        Execute("delete from public.published_views");
        using (
            var insert = new NpgsqlCommand("insert into public.published_views values ($1)", connection, transaction)
        )
        {
            insert.Parameters.AddWithValue(wanted);
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        logger.LogInformation("Published the views of {Count} modules", scripts.Count);

        void Execute(string sql)
        {
            using var command = new NpgsqlCommand(sql, connection, transaction);
            command.ExecuteNonQuery();
        }

        object? Scalar(string sql)
        {
            using var command = new NpgsqlCommand(sql, connection, transaction);
            return command.ExecuteScalar();
        }
    }
}
