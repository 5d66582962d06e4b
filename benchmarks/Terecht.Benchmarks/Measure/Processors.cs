using System.Globalization;
using Npgsql;
using Terecht.Benchmarks.Load;

namespace Terecht.Benchmarks.Measure;

/// <summary>
/// Seconds of processor used so far: by this program, by PostgreSQL, and by the whole machine. On a machine that is shared
/// this says what the work costs, whatever else runs.
/// </summary>
internal readonly record struct Processors(double Program, double Postgres, double All, double Idle)
{
    // USER_HZ, the unit of /proc, is 100 on every Linux that .NET runs on.
    private const double PerSecond = 100;

    /// <param name="postmaster">Process of the server, or null when it runs elsewhere.</param>
    public static Processors Look(int? postmaster)
    {
        var all = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9];
        var ticks = all.Select(t => double.Parse(t, CultureInfo.InvariantCulture) / PerSecond).ToArray();
        return new Processors(
            UsedBy("self", withEnded: false),
            postmaster is { } server ? ServerProcesses(server).Sum(p => UsedBy(p, p == $"{server}")) : double.NaN,
            ticks.Sum(),
            ticks[3] + ticks[4]
        );
    }

    public static async Task<int?> PostmasterAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var backend = await Sql.OneAsync<int>(source, "select pg_backend_pid()");
        return Directory.Exists($"/proc/{backend}") && Name(backend).StartsWith("postgres", StringComparison.Ordinal)
            ? int.Parse(Fields($"{backend}")[1], CultureInfo.InvariantCulture)
            : null;
    }

    public static Processors operator -(Processors a, Processors b) =>
        new(a.Program - b.Program, a.Postgres - b.Postgres, a.All - b.All, a.Idle - b.Idle);

    private static IEnumerable<string> ServerProcesses(int server) =>
        Directory
            .GetDirectories("/proc")
            .Select(d => Path.GetFileName(d)!)
            .Where(p => char.IsAsciiDigit(p[0]))
            .Where(p => p == $"{server}" || Fields(p) is [_, var parent, ..] && parent == $"{server}");

    /// <param name="withEnded">Also what its children used that have ended.</param>
    private static double UsedBy(string process, bool withEnded) =>
        Fields(process) is { Length: > 14 } fields
            ? fields[11..(withEnded ? 15 : 13)].Sum(t => double.Parse(t, CultureInfo.InvariantCulture)) / PerSecond
            : 0;

    private static string Name(int process) => File.ReadAllText($"/proc/{process}/comm");

    /// <summary>What follows the name in /proc/…/stat: state, parent and so on; empty when the process is gone.</summary>
    private static string[] Fields(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
