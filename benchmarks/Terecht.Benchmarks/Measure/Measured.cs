using System.Diagnostics;

namespace Terecht.Benchmarks.Measure;

/// <summary>What was measured of one kind of work.</summary>
/// <param name="Ticks">How long each request took, sorted.</param>
/// <param name="Memory">The largest working set of the program, in bytes; the clients are in it.</param>
internal sealed record Measured(string Name, int Clients, TimeSpan During, long[] Ticks, long Memory)
{
    public int Count => Ticks.Length;

    public double PerSecond => Count / During.TotalSeconds;

    /// <summary>In milliseconds.</summary>
    public double Percentile(double part) =>
        Count == 0
            ? double.NaN
            : Ticks[Math.Min(Count - 1, (int)Math.Ceiling(part * Count) - 1)] * 1000.0 / Stopwatch.Frequency;
}
