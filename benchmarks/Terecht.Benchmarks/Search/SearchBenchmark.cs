using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.People.Contracts;
using Terecht.Platform.Text;

namespace Terecht.Benchmarks.Search;

/// <summary>What is offered while typing: people by name, answers, topics.</summary>
internal static class SearchBenchmark
{
    private const string Goal = "p95 < 30 ms";
    private const int Most = 8;
    private const int Each = 20;

    private static long _number;

    public static async Task RunAsync(Plan plan)
    {
        var report = plan.Report("search");
        await using var source = Bare.Source(plan.Connection);
        await using var product = Product.Start(plan.Connection);
        await plan.MeasureAsync(report, "bare SQL: 16 keys by prefix", null, _ => BareAsync(plan, source));
        await plan.MeasureAsync(
            report,
            "people by the beginning of a name",
            Goal,
            async _ =>
            {
                var typed = Typed(plan);
                var found = await product.InScopeAsync(services =>
                    services
                        .GetRequiredService<IPeople>()
                        .ByNameAsync(House.Municipality, typed, Most, CancellationToken.None)
                );
                return found.Count > 0 ? true : throw new InvalidOperationException($"Nobody is called {typed}.");
            }
        );
        await plan.MeasureAsync(report, "answers, in memory", Goal, _ => AnswersAsync(plan, product));
        using var agents = await Browsers.OpenAsync(
            product,
            plan.Clients,
            Each,
            (c, i) => ((c * Each) + i) % House.Agents
        );
        await plan.MeasureAsync(
            report,
            "people by name, by HTTP, with the line in the read log",
            Goal,
            client =>
                GetAsync(
                    agents,
                    client,
                    $"/werkplek/klanten?gemeente={House.Municipality}&q={Uri.EscapeDataString(Typed(plan))}"
                )
        );
        await plan.MeasureAsync(
            report,
            "topics, by HTTP",
            Goal,
            client =>
                GetAsync(
                    agents,
                    client,
                    $"/werkplek/onderwerpen?gemeente={House.Municipality}&q={House.TopicName((int)(Next() % House.Topics))[..3]}"
                )
        );
        await report.WriteAsync(await Database.LookAsync(plan.Connection));
    }

    private static long Next() => Interlocked.Increment(ref _number);

    /// <summary>Two to ten letters of somebody's name, in either order.</summary>
    private static string Typed(Plan plan)
    {
        var number = Next();
        var party = Draw.Below(plan.Size.Parties, Of.Party, number, 50);
        var name =
            number % 2 == 0
                ? $"{People.Family(party)} {People.Given(party)}"
                : $"{People.Given(party)} {People.Family(party)}";
        return name[..Math.Min(name.Length, 2 + Draw.Below(9, Of.Party, number, 51))];
    }

    private static async Task<bool> AnswersAsync(Plan plan, Product product)
    {
        var number = Next();
        var words = ArticleTables.BodyOf(Draw.Below(plan.Size.Articles, Of.Party, number, 52), 3);
        var found = await product.InScopeAsync(services =>
            services
                .GetRequiredService<IKnowledge>()
                .SearchAsync(new AnswerQuestion(House.Municipality, words, null, "nl", Most), CancellationToken.None)
                .AsTask()
        );
        return found.Count > 0 ? true : throw new InvalidOperationException($"No answer holds {words}");
    }

    private static async Task<bool> GetAsync(Browsers agents, int client, string path)
    {
        await agents.Next(client).Browser.GetAsync(path);
        return true;
    }

    private static async Task<bool> BareAsync(Plan plan, NpgsqlDataSource source)
    {
        var key = Fold.Of(Typed(plan));
        await using var command = source.CreateCommand(
            "select key, party_id from people.party_name where key ~>=~ $1 and key ~<~ $2 order by key using ~<~ limit 16"
        );
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(key[..^1] + (char)(key[^1] + 1));
        return await Bare.ReadAsync(command) > 0;
    }
}
