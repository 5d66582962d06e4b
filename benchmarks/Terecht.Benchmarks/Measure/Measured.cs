using System.Diagnostics;

namespace Terecht.Benchmarks.Measure;

/// <summary>What was measured of one kind of work.</summary>
/// <param name="Ticks">How long each request took, sorted.</param>
/// <param name="Memory">The largest working set of the program, in bytes; the clients are in it.</param>
/// <param name="Used">Seconds of processor in that time.</param>
internal sealed record Measured(string Name, int Clients, TimeSpan During, long[] Ticks, long Memory, Processors Used)
{
    public int Count => Ticks.Length;

    public double PerSecond => Count / During.TotalSeconds;

    /// <summary>In milliseconds.</summary>
    public double Percentile(double part) =>
        Count == 0
            ? double.NaN
            : Ticks[Math.Min(Count - 1, (int)Math.Ceiling(part * Count) - 1)] * 1000.0 / Stopwatch.Frequency;

    /// <summary>Milliseconds of processor for one request, in this program: the product and its clients.</summary>
    public double ProgramCost => Used.Program * 1000 / Count;

    /// <summary>The same in PostgreSQL; not a number when that runs elsewhere.</summary>
    public double PostgresCost => Used.Postgres * 1000 / Count;

    /// <summary>Which part of the machine others took, from 0 to 1.</summary>
    public double Others => Math.Max(0, (Used.All - Used.Idle - Used.Program - Used.Postgres) / Used.All);
}
