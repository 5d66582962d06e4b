using System.Diagnostics;

namespace Terecht.Benchmarks.Measure;

/// <summary>Clients that each do one thing after another, as fast as they are answered; what is counted is after the warm-up.</summary>
internal static class Crowd
{
    /// <param name="work">One request of one client; false when there is nothing left to do.</param>
    public static async Task<Measured> MeasureAsync(
        string name,
        int clients,
        TimeSpan warmUp,
        TimeSpan during,
        Func<int, Task<bool>> work
    )
    {
        using var memory = new MemoryWatch();
        var begin = Stopwatch.GetTimestamp();
        var from = begin + (long)(warmUp.TotalSeconds * Stopwatch.Frequency);
        var until = from + (long)(during.TotalSeconds * Stopwatch.Frequency);
        var took = await Task.WhenAll(
            Enumerable.Range(0, clients).Select(c => Task.Run(() => RunAsync(c, from, until, work)))
        );
        var ended = Math.Min(Stopwatch.GetTimestamp(), until);
        var all = took.SelectMany(t => t).ToArray();
        Array.Sort(all);
        return new Measured(name, clients, Stopwatch.GetElapsedTime(from, ended), all, memory.Most);
    }

    /// <summary>Ticks of each request that ended within the measured time.</summary>
    private static async Task<List<long>> RunAsync(int client, long from, long until, Func<int, Task<bool>> work)
    {
        var took = new List<long>(100_000);
        while (true)
        {
            var begin = Stopwatch.GetTimestamp();
            if (begin >= until || !await work(client))
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

    /// <summary>The largest working set of this process, looked at ten times a second.</summary>
    private sealed class MemoryWatch : IDisposable
    {
        private readonly Timer _timer;
        private long _most;

        public MemoryWatch() => _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));

        public long Most
        {
            get
            {
                Look();
                return Interlocked.Read(ref _most);
            }
        }

        private void Look()
        {
            using var process = Process.GetCurrentProcess();
            Interlocked.Exchange(ref _most, Math.Max(Interlocked.Read(ref _most), process.WorkingSet64));
        }

        public void Dispose() => _timer.Dispose();
    }
}
