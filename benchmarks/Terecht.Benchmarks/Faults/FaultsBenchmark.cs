using System.Diagnostics;
using Npgsql;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;

namespace Terecht.Benchmarks.Faults;

/// <summary>
/// The program is killed at random moments while it reminds colleagues and writes to citizens, and started again each time, on
/// a clock on which a day takes twelve minutes. Then everything that was due is counted.
/// </summary>
internal static class FaultsBenchmark
{
    private const string Name = "terecht_faults";
    private const int Seed = 1848;
    private const int Speed = 120;
    private static readonly TimeSpan MostRest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MostStart = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(Plan plan)
    {
        var report = plan.Report("faults");
        var database = await Loader.HouseAsync(plan.Connection, Name);
        await using var source = Bare.Source(database);
        await FastTown.SetUpAsync(source);
        await using var sink = new MailSink();
        var clock = new FastClock(Size.Moment, Speed);
        var begin = Stopwatch.GetTimestamp();
        IReadOnlyList<Guid> made;
        List<TimeSpan> starts;
        await using (var product = Product.Quiet(database, clock))
        {
            using var evening = new CancellationTokenSource();
            // Off this thread: whatever happens here, the promises go on.
            var promising = Task.Run(() => new FastTown(product, clock).PromiseAsync(evening.Token));
            Life Begin() => Life.Begin(database, clock.NextLife(), sink.Port);
            starts = await KillAsync(plan.Kills, source, Begin, promising);
            await evening.CancelAsync();
            made = await promising;
            using var last = Begin();
            await RestAsync(source);
        }
        report.Add("kills", plan.Kills);
        await Counts.AddAsync(report, source, made, sink.Taken);
        report.Note(
            $"from a start to the first work, {starts.Count} times",
            $"half below {starts.Order().ElementAt(starts.Count / 2).TotalSeconds:F1} s, longest {starts.Max().TotalSeconds:F1} s"
        );
        report.Note("in all", $"{Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s, a day in {1440 / Speed} minutes");
        await report.WriteAsync(await Database.LookAsync(database));
        await source.DisposeAsync();
        await Loader.DropAsync(plan.Connection, Name);
    }

    /// <summary>How long it took from a start to the first work, of each life that came so far.</summary>
    private static async Task<List<TimeSpan>> KillAsync(
        int kills,
        NpgsqlDataSource source,
        Func<Life> begin,
        Task promising
    )
    {
        var chance = new Random(Seed);
        var starts = new List<TimeSpan>();
        for (var kill = 1; kill <= kills; kill++)
        {
            if (promising.IsCompleted)
            {
                await promising;
            }
            var done = await DoneAsync(source);
            var at = Stopwatch.GetTimestamp();
            using var life = begin();
            // One in two is killed while it starts or begins, the others in the middle of their work.
            if (kill % 2 == 1)
            {
                while (await DoneAsync(source) == done && Stopwatch.GetElapsedTime(at) < MostStart)
                {
                    await Task.Delay(10);
                }
                starts.Add(Stopwatch.GetElapsedTime(at));
            }
            await Task.Delay(chance.Next(1500));
            life.End();
            if (kill % 20 == 0)
            {
                await Console.Error.WriteLineAsync($"  killed {kill} times");
            }
        }
        return starts;
    }

    /// <summary>Grows with everything that the loops do: events are numbered by one of them.</summary>
    private static Task<long> DoneAsync(NpgsqlDataSource source) =>
        Sql.OneAsync<long>(source, "select no from platform.feed_head");

    /// <summary>Until nothing is to be done any more; what was being sent at a kill is looked at again after two minutes.</summary>
    private static async Task RestAsync(NpgsqlDataSource source)
    {
        await Console.Error.WriteLineAsync("  waiting until all is done");
        var begin = Stopwatch.GetTimestamp();
        while (
            await Sql.OneAsync<bool>(
                source,
                """
                select exists (select from promises.promise where next_step_at is not null or moment_passed_at is null)
                    or exists (select from platform.outbox where done_at is null)
                    or exists (select from citizens.message where state in ('waiting', 'sending'))
                    or exists (select from platform.feed_waiting)
                """
            )
            && Stopwatch.GetElapsedTime(begin) < MostRest
        )
        {
            await Task.Delay(200);
        }
    }
}
