using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;
using Terecht.Modules.Desk.Regie;

namespace Terecht.Benchmarks.Regie;

/// <summary>Regie's page over all teams, with 200,000 open promises: the counts, and the page as a coordinator opens it.</summary>
internal static class RegieBenchmark
{
    private const string Goal = "p95 < 150 ms";
    private const int Each = 4;

    private static readonly string[] Lists =
    [
        "te-laat",
        "vandaag",
        "beslis",
        "niemand",
        "afwezig",
        "stil",
        "retour",
        "derde",
        "opnieuw",
        "bel-zelf",
        "dicht",
        "datum",
    ];

    private static long _number;

    public static async Task RunAsync(Plan plan)
    {
        var report = plan.Report("regie");
        await using var source = Bare.Source(plan.Connection);
        await using (var product = Product.Start(plan.Connection))
        {
            var counts = product.Services.GetRequiredService<RegieCounts>();
            report.Add(await plan.RunsAsync("bare SQL: counts of all teams", 1, _ => BareCountsAsync(source)));
            report.Add(
                await plan.RunsAsync(
                    "counts of all teams, read anew",
                    1,
                    async _ =>
                    {
                        counts.Forget();
                        return (await counts.NowAsync()).Cells.Count > 0;
                    }
                )
            );
            using var people = await Browsers.OpenAsync(product, plan.Clients, Each, Coordinator);
            report.Add(
                await plan.RunsAsync(
                    "the page of who comes first: counts read anew, by HTTP",
                    1,
                    async client =>
                    {
                        counts.Forget();
                        return await GetAsync(people, client, "/regie");
                    }
                ),
                Goal
            );
            await plan.MeasureAsync(report, "the page, by HTTP", Goal, client => GetAsync(people, client, "/regie"));
            await plan.MeasureAsync(
                report,
                "each of its lists in turn, by HTTP",
                Goal,
                client => GetAsync(people, client, $"/regie?lijst={Lists[Next() % Lists.Length]}")
            );
            await plan.MeasureAsync(
                report,
                "a list of one team, by HTTP",
                Goal,
                client =>
                    GetAsync(people, client, $"/regie?lijst=niemand&team={House.TeamCode((int)(Next() % House.Teams))}")
            );
        }
        await report.WriteAsync(await Database.LookAsync(plan.Connection));
    }

    /// <summary>The last of each team's people coordinates.</summary>
    private static int Coordinator(int client, int which) => House.Coordinator(((client * Each) + which) % House.Teams);

    private static long Next() => Interlocked.Increment(ref _number);

    private static async Task<bool> GetAsync(Browsers people, int client, string path)
    {
        var (browser, _) = people.Next(client);
        await browser.GetAsync(path);
        return true;
    }

    private static async Task<bool> BareCountsAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            """
            select team_id, count(*), count(*) filter (where due < $1), count(*) filter (where holder_id is null)
            from promises.promise where ended_at is null and kind <> 'open_door' group by team_id
            """
        );
        command.Parameters.AddWithValue(Size.Start.ToDateTimeUtc());
        return await Bare.ReadAsync(command) > 0;
    }
}
