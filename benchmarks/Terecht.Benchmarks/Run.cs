using System.CommandLine;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;
using Terecht.Benchmarks.Register;

namespace Terecht.Benchmarks;

/// <summary>Reads what was asked for, loads the database when it is not there, and runs the benchmarks one after another.</summary>
internal static class Run
{
    private static readonly (string Name, string What, Func<Plan, Task> RunAsync)[] All =
    [
        ("load", "only fills the database", _ => Task.CompletedTask),
        ("register", "a contact, a question and a promise, beside bare PostgreSQL", RegisterBenchmark.RunAsync),
    ];

    public static async Task<int> Main(string[] args)
    {
        var name = new Argument<string?>("name")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "which benchmark; without one, all",
        };
        var list = new Option<bool>("--list") { Description = "names the benchmarks" };
        var size = new Option<string>("--size")
        {
            DefaultValueFactory = _ => "full",
            Description = "full, or small: a hundredth",
        };
        var again = new Option<bool>("--again") { Description = "loads the database anew" };
        var clients = new Option<int>("--clients") { DefaultValueFactory = _ => 8 };
        var runs = new Option<int>("--runs")
        {
            DefaultValueFactory = _ => 3,
            Description = "the best counts, all are written down",
        };
        var warmUp = new Option<int>("--warm-up")
        {
            DefaultValueFactory = _ => 5,
            Description = "seconds before measuring",
        };
        var during = new Option<int>("--during")
        {
            DefaultValueFactory = _ => 20,
            Description = "seconds of measuring",
        };
        var command = new RootCommand("Measures Terecht on a database of the size that the design names.")
        {
            name,
            list,
            size,
            again,
            clients,
            runs,
            warmUp,
            during,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                if (parsed.GetValue(list))
                {
                    foreach (var (known, what, _) in All)
                    {
                        Console.WriteLine($"{known, -10} {what}");
                    }
                    return 0;
                }
                var wanted = All.Where(b => parsed.GetValue(name) is not { } one || one == b.Name).ToList();
                if (wanted.Count == 0 || Size.Parse(parsed.GetValue(size)!) is not { } loaded)
                {
                    await Console.Error.WriteLineAsync(
                        "There is no such benchmark or size; ./bench --list names them."
                    );
                    return 2;
                }
                var server = Environment.GetEnvironmentVariable("TERECHT_BENCH_DATABASE");
                if (server is null)
                {
                    await Console.Error.WriteLineAsync("TERECHT_BENCH_DATABASE is not set. Use ./bench.");
                    return 2;
                }
                var connection = await Loader.EnsureAsync(server, loaded, parsed.GetValue(again));
                var plan = new Plan(
                    connection,
                    loaded,
                    Environment.GetEnvironmentVariable("TERECHT_BENCH_FOLDER") ?? Directory.GetCurrentDirectory(),
                    parsed.GetValue(clients),
                    parsed.GetValue(runs),
                    TimeSpan.FromSeconds(parsed.GetValue(warmUp)),
                    TimeSpan.FromSeconds(parsed.GetValue(during))
                );
                foreach (var benchmark in wanted)
                {
                    await benchmark.RunAsync(plan);
                }
                return 0;
            }
        );
        return await command.Parse(args).InvokeAsync();
    }
}
