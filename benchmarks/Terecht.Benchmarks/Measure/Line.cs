namespace Terecht.Benchmarks.Measure;

/// <summary>One line of a table: the best of the runs, and what all runs came to.</summary>
/// <param name="Work">What was done.</param>
/// <param name="ProgramCost">Milliseconds of processor for one request, in the program with its clients.</param>
/// <param name="PostgresCost">The same in PostgreSQL.</param>
/// <param name="Others">Which part of the machine others took meanwhile, from 0 to 1.</param>
/// <param name="Runs">Requests per second of every run, in order.</param>
/// <param name="RunsP95">p95 of every run, in milliseconds.</param>
/// <param name="Goal">Of the design, in words; null where there is none.</param>
internal sealed record Line(
    string Work,
    int Clients,
    double PerSecond,
    double P50,
    double P95,
    double P99,
    double Most,
    double ProgramCost,
    double PostgresCost,
    double MemoryMb,
    double Others,
    int Count,
    IReadOnlyList<double> Runs,
    IReadOnlyList<double> RunsP95,
    string? Goal
)
{
    public const string Head = """
        | work | clients | requests/s | p50 ms | p95 ms | p99 ms | most ms | cpu ms: program + PostgreSQL | memory MB | others | goal |
        |---|---|---|---|---|---|---|---|---|---|---|
        """;

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
            Math.Round(best.ProgramCost, 3),
            Math.Round(best.PostgresCost, 3),
            Math.Round(best.Memory / 1e6),
            Math.Round(best.Others, 2),
            best.Count,
            [.. runs.Select(r => Math.Round(r.PerSecond, 1))],
            [.. runs.Select(r => Milliseconds(r, 0.95))],
            goal
        );
    }

    public override string ToString() =>
        $"| {Work} | {Clients} | {PerSecond:N0} | {P50:F2} | {P95:F2} | {P99:F2} | {Most:F1} "
        + $"| {ProgramCost:F2} + {PostgresCost:F2} | {MemoryMb:F0} | {Others:P0} | {Goal ?? ""} |";

    private static double Milliseconds(Measured run, double part) => Math.Round(run.Percentile(part), 2);
}
