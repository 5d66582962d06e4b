namespace Terecht.Benchmarks.Measure;

/// <summary>One line of a table: the best of the runs, and what all runs came to.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Runs">Requests per second of every run, in order.</param>
/// <param name="Goal">Of the design, in words; null where there is none.</param>
/// <param name="RunsP95">p95 of every run, in milliseconds.</param>
internal sealed record Line(
    string Work,
    int Clients,
    double PerSecond,
    double P50,
    double P95,
    double P99,
    double Most,
    double MemoryMb,
    int Count,
    IReadOnlyList<double> Runs,
    IReadOnlyList<double> RunsP95,
    string? Goal
)
{
    /// <summary>Of several runs of the same work the one with the most done: a busy neighbour only takes away.</summary>
    public static Line Best(IReadOnlyList<Measured> runs, string? goal)
    {
        var best = runs.MaxBy(r => r.PerSecond)!;
        return new Line(
            best.Name,
            best.Clients,
            Math.Round(best.PerSecond, 1),
            Milliseconds(best, 0.50),
            Milliseconds(best, 0.95),
            Milliseconds(best, 0.99),
            Milliseconds(best, 1),
            Math.Round(best.Memory / 1e6),
            best.Count,
            [.. runs.Select(r => Math.Round(r.PerSecond, 1))],
            [.. runs.Select(r => Milliseconds(r, 0.95))],
            goal
        );
    }

    private static double Milliseconds(Measured run, double part) => Math.Round(run.Percentile(part), 2);
}
