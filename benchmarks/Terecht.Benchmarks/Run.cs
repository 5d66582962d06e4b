using System.CommandLine;
using Terecht.Benchmarks.Faults;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;
using Terecht.Benchmarks.Person;
using Terecht.Benchmarks.Plans;
using Terecht.Benchmarks.Regie;
using Terecht.Benchmarks.Register;
using Terecht.Benchmarks.Search;
using Terecht.Benchmarks.Steps;
using Terecht.Benchmarks.Worklist;

namespace Terecht.Benchmarks;

/// <summary>Reads what was asked for, loads the database when it is not there, and runs the benchmarks one after another.</summary>
internal static class Run
{
    private static readonly Benchmark[] All =
    [
        new("load", "only fills the database", _ => Task.CompletedTask),
        new("register", "a contact, a question and a promise, beside bare PostgreSQL", RegisterBenchmark.RunAsync),
        new("worklist", "a team's list of 5,000 open promises", WorklistBenchmark.RunAsync),
        new("person", "what a call opens", PersonBenchmark.RunAsync),
        new("story", "one promise with the story of its matter", PersonBenchmark.RunStoryAsync),
        new("search", "people, answers and topics while typing", SearchBenchmark.RunAsync),
        new("steps", "one round of the loop that reminds, over 200,000 open promises", StepsBenchmark.RunAsync),
        new("regie", "Regie's page over all teams, with 200,000 open promises", RegieBenchmark.RunAsync),
        new("faults", "the program killed 200 times while it reminds and tells", FaultsBenchmark.RunAsync)
        {
            OnLoaded = false,
        },
        new("plans", "how PostgreSQL runs every list and search", PlansBenchmark.RunAsync),
    ];

    private static readonly Argument<string?> Name = new("name")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "which benchmark; without one, all",
    };
    private static readonly Option<bool> List = new("--list") { Description = "names the benchmarks" };
    private static readonly Option<bool> Again = new("--again") { Description = "loads the database anew" };
    private static readonly Option<string> SizeName = new("--size")
    {
        DefaultValueFactory = _ => Size.Full.Name,
        Description = "full, or small: a hundredth",
    };
    private static readonly Option<int> Clients = Number("--clients", 8, "how many work at once");
    private static readonly Option<int> Runs = Number("--runs", 3, "the best counts, all are written down");
    private static readonly Option<int> WarmUp = Number(
        "--warm-up",
        15,
        "seconds before measuring; with less, the runtime is still compiling"
    );
    private static readonly Option<int> During = Number("--during", 20, "seconds of measuring");
    private static readonly Option<int> Kills = Number("--kills", 200, "how often faults kills the program");

    public static Task<int> Main(string[] args)
    {
        var command = new RootCommand("Measures Terecht on a database of the size that the design names.")
        {
            Name,
            List,
            Again,
            SizeName,
            Clients,
            Runs,
            WarmUp,
            During,
            Kills,
        };
        command.SetAction((parsed, _) => RunAsync(parsed));
        return command.Parse(args).InvokeAsync();
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        if (parsed.GetValue(List))
        {
            foreach (var benchmark in All)
            {
                Console.WriteLine($"{benchmark.Name, -10} {benchmark.What}");
            }
            return 0;
        }
        var wanted = All.Where(b => parsed.GetValue(Name) is not { } one || one == b.Name).ToList();
        if (wanted.Count == 0 || Size.Parse(parsed.GetValue(SizeName)!) is not { } size)
        {
            return await WrongAsync("There is no such benchmark or size; ./bench --list names them.");
        }
        if (Environment.GetEnvironmentVariable("TERECHT_BENCH_DATABASE") is not { } server)
        {
            return await WrongAsync("TERECHT_BENCH_DATABASE is not set. Use ./bench.");
        }
        var connection = wanted.Exists(b => b.OnLoaded)
            ? await Loader.EnsureAsync(server, size, parsed.GetValue(Again))
            : server;
        var warmUp = TimeSpan.FromSeconds(parsed.GetValue(WarmUp));
        var during = TimeSpan.FromSeconds(parsed.GetValue(During));
        var plan = new Plan(
            connection,
            size,
            Environment.GetEnvironmentVariable("TERECHT_BENCH_FOLDER") ?? Directory.GetCurrentDirectory(),
            parsed.GetValue(Clients),
            parsed.GetValue(Runs),
            new Crowd(await Processors.PostmasterAsync(connection), warmUp, during),
            warmUp + during,
            parsed.GetValue(Kills)
        );
        foreach (var benchmark in wanted)
        {
            await benchmark.RunAsync(plan);
        }
        return 0;
    }

    private static async Task<int> WrongAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 2;
    }

    private static Option<int> Number(string name, int usual, string description) =>
        new(name) { DefaultValueFactory = _ => usual, Description = description };

    private sealed record Benchmark(string Name, string What, Func<Plan, Task> RunAsync)
    {
        /// <summary>Whether it measures on the large database; else it makes a small one of its own.</summary>
        public bool OnLoaded { get; init; } = true;
    }
}
