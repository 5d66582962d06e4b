using System.Runtime.InteropServices;
using Npgsql;
using Terecht.Benchmarks.Load;

namespace Terecht.Benchmarks.Measure;

/// <summary>Where it was measured, and how busy that was.</summary>
/// <param name="LoadAverage">Over the last minute; above the number of cores somebody else was working too.</param>
internal sealed record Machine(string Processor, int Cores, double MemoryGb, string Runtime, string LoadAverage)
{
    public static Machine Look()
    {
        var processor = File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        return new Machine(
            processor?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
            Environment.ProcessorCount,
            Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9, 1),
            RuntimeInformation.FrameworkDescription,
            File.ReadAllText("/proc/loadavg").Split(' ')[0]
        );
    }
}

/// <summary>What was measured on.</summary>
internal sealed record Database(
    string Server,
    double Gigabytes,
    string SharedBuffers,
    string Fsync,
    string SynchronousCommit,
    IReadOnlyDictionary<string, long> Rows
)
{
    private static readonly string[] Counted =
    [
        "people.party",
        "contacts.matter",
        "contacts.contact",
        "contacts.question",
        "promises.promise",
        "platform.event",
        "platform.feed",
        "knowledge.article",
    ];

    public static async Task<Database> LookAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Counted)
        {
            rows[table] = await Sql.OneAsync<long>(
                source,
                $"select reltuples::bigint from pg_class where oid = '{table}'::regclass"
            );
        }
        return new Database(
            "PostgreSQL " + await Setting("server_version"),
            Math.Round(await Sql.OneAsync<long>(source, "select pg_database_size(current_database())") / 1e9, 1),
            await Setting("shared_buffers"),
            await Setting("fsync"),
            await Setting("synchronous_commit"),
            rows
        );

        async Task<string> Setting(string name) => await Sql.OneAsync<string>(source, $"show {name}") ?? "";
    }
}
