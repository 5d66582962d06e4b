using Terecht.Benchmarks.Load;

namespace Terecht.Benchmarks.Measure;

/// <summary>What was asked for, and what every benchmark needs.</summary>
/// <param name="Connection">To the loaded database; to another one of the same server where nothing was loaded.</param>
/// <param name="Folder">Where the JSON goes.</param>
/// <param name="Runs">How often each kind of work is measured; the best run counts, all are written down.</param>
/// <param name="Lasts">How long the clients work in one run, warm-up included.</param>
internal sealed record Plan(
    string Connection,
    Size Size,
    string Folder,
    int Clients,
    int Runs,
    Crowd Crowd,
    TimeSpan Lasts,
    int Kills
)
{
    public Calls Calls { get; } = new(Size);

    public Pledges Pledges => new(Calls, Size);

    public Report Report(string name) => new(name, Size, Folder);

    /// <summary>Reads of one kind: by one client, for what one person waits, and by all clients, for what the machine carries.</summary>
    public async Task<Line> MeasureAsync(Report report, string work, string? goal, Func<int, Task<bool>> once)
    {
        report.Add(await RunsAsync(work, 1, once));
        return report.Add(await RunsAsync(work, Clients, once), goal);
    }

    public async Task<IReadOnlyList<Measured>> RunsAsync(string work, int clients, Func<int, Task<bool>> once)
    {
        var runs = new List<Measured>();
        for (var i = 0; i < Runs; i++)
        {
            runs.Add(await Crowd.MeasureAsync(work, clients, once));
        }
        return runs;
    }
}
