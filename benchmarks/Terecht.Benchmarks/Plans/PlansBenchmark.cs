using Terecht.Benchmarks.Measure;

namespace Terecht.Benchmarks.Plans;

/// <summary>
/// Walks through every list and search of the product, often enough that PostgreSQL settles on a plan, and prints how each
/// statement was run. What needs a look is marked with an exclamation mark.
/// </summary>
internal static class PlansBenchmark
{
    // PostgreSQL makes its choice between a plan for these values and one for any values after five.
    private const int Times = 12;

    public static async Task RunAsync(Plan plan)
    {
        var log = new PlanLog();
        await using var product = Product.Start(PlanLog.Explaining(plan.Connection), log.Configure);
        var walk = new Walk(plan, product);
        await walk.SignInAsync();
        log.Take();

        var folder = Directory.CreateDirectory(plan.Folder).FullName;
        await using var file = new StreamWriter(Path.Combine(folder, $"plans-{plan.Size.Name}.txt"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (screen, once) in walk.Screens)
        {
            for (var i = 0; i < Times; i++)
            {
                await once(i);
            }
            // The loops react to what was written.
            await Task.Delay(TimeSpan.FromMilliseconds(700));
            await PrintAsync(file, screen, log.Take(), seen);
        }
        Console.WriteLine($"written to {Path.Combine(folder, $"plans-{plan.Size.Name}.txt")}");
    }

    private static async Task PrintAsync(
        StreamWriter file,
        string screen,
        IReadOnlyList<SeenPlan> plans,
        HashSet<string> seen
    )
    {
        await WriteAsync(file, $"\n## {screen}\n");
        foreach (var query in plans.GroupBy(p => p.Query))
        {
            var slowest = query.MaxBy(p => p.Duration)!;
            var suspicious = query.SelectMany(p => p.Suspicious).Distinct().Take(6).ToList();
            await WriteAsync(
                file,
                $"{(suspicious.Count > 0 ? "!" : " ")} {query.Count(), 3} x, {Median(query), 7:F2} ms, at most {slowest.Duration, 7:F2} ms: {query.Key}"
            );
            foreach (var line in suspicious)
            {
                await WriteAsync(file, $"      ! {line}");
            }
            if (seen.Add(query.Key) || suspicious.Count > 0)
            {
                await file.WriteLineAsync($"\n{slowest.Plan}\n");
            }
        }
    }

    private static double Median(IEnumerable<SeenPlan> plans)
    {
        double[] sorted = [.. plans.Select(p => p.Duration).Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>The summary goes to the screen too; the plans only to the file.</summary>
    private static async Task WriteAsync(StreamWriter file, string line)
    {
        await file.WriteLineAsync(line);
        Console.WriteLine(line.Length > 300 ? line[..300] + " …" : line);
    }
}
