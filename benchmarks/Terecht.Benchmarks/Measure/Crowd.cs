using System.Diagnostics;

namespace Terecht.Benchmarks.Measure;

/// <summary>Clients that each do one thing after another, as fast as they are answered; what is counted is after the warm-up.</summary>
/// <param name="postmaster">The process of PostgreSQL, where it is on this machine.</param>
internal sealed class Crowd(int? postmaster, TimeSpan warmUp, TimeSpan during)
{
    /// <param name="once">One request of one client; false when there is nothing left to do.</param>
    public async Task<Measured> MeasureAsync(string name, int clients, Func<int, Task<bool>> once)
    {
        await Console.Error.WriteLineAsync($"  measuring: {name}, {clients} at once");
        var begin = Stopwatch.GetTimestamp();
        var from = begin + (long)(warmUp.TotalSeconds * Stopwatch.Frequency);
        var until = from + (long)(during.TotalSeconds * Stopwatch.Frequency);
        var work = Task.WhenAll(
            Enumerable.Range(0, clients).Select(c => Task.Run(() => RunAsync(c, from, until, once)))
        );
        await Task.WhenAny(work, Task.Delay(warmUp));
        var before = Processors.Look(postmaster);
        var memory = await MemoryAsync(work);
        var used = Processors.Look(postmaster) - before;
        var all = (await work).SelectMany(t => t).ToArray();
        Array.Sort(all);
        var ended = Math.Min(Stopwatch.GetTimestamp(), until);
        return new Measured(name, clients, Stopwatch.GetElapsedTime(from, ended), all, memory, used);
    }

    /// <summary>Ticks of each request that began and ended within the measured time.</summary>
    private static async Task<List<long>> RunAsync(int client, long from, long until, Func<int, Task<bool>> once)
    {
        var took = new List<long>(100_000);
        while (true)
        {
            var begin = Stopwatch.GetTimestamp();
            if (begin >= until || !await once(client))
            {
                return took;
            }
            var end = Stopwatch.GetTimestamp();
            if (begin >= from && end <= until)
            {
                took.Add(end - begin);
            }
        }
    }

    /// <summary>The largest working set of this process while the work goes on, looked at ten times a second.</summary>
    private static async Task<long> MemoryAsync(Task work)
    {
        var most = 0L;
        do
        {
            using var process = Process.GetCurrentProcess();
            most = Math.Max(most, process.WorkingSet64);
        } while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(100))) != work);
        return most;
    }
}
