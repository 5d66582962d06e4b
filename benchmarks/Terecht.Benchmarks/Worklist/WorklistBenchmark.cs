using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;
using Terecht.Modules.Desk.Worklist;

namespace Terecht.Benchmarks.Worklist;

/// <summary>A team's list of 5,000 open promises: the query, the counts beside it, and the page as a specialist opens it.</summary>
internal static class WorklistBenchmark
{
    private const string Goal = "p95 < 30 ms";
    private const int Each = 4;

    private static long _number;

    public static async Task RunAsync(Plan plan)
    {
        var report = plan.Report("worklist");
        await using var source = Bare.Source(plan.Connection);
        await using (var product = Product.Start(plan.Connection))
        {
            var counts = product.Services.GetRequiredService<WorklistCounts>();
            await plan.MeasureAsync(report, "bare SQL: 50 of a team", null, _ => BareListAsync(source));
            await plan.MeasureAsync(report, "bare SQL: counts of a team", null, _ => BareCountsAsync(source));
            await plan.MeasureAsync(
                report,
                "list of 50 and counts, as the page asks",
                Goal,
                async _ => await ListAsync(product) && await counts.ForAsync(Team(), House.StaffMember[0]) is not null
            );
            using var people = await Browsers.OpenAsync(product, plan.Clients, Each, Specialist);
            await plan.MeasureAsync(
                report,
                "the list refreshed (part of the page)",
                Goal,
                c => GetAsync(people, c, "&deel=lijst")
            );
            await plan.MeasureAsync(report, "the whole page, by HTTP", Goal, c => GetAsync(people, c, ""));
            await plan.MeasureAsync(
                report,
                "the whole page with one promise open, by HTTP",
                Goal,
                async client =>
                {
                    var (browser, _) = people.Next(client);
                    var open = plan.Pledges.OpenAt(Draw.Below(plan.Size.OpenPromises, Of.Promise, Next(), 40));
                    await browser.GetAsync($"/werkvoorraad/{plan.Pledges.Id(open)}?team={House.TeamCode(client)}");
                    return true;
                }
            );
        }
        await report.WriteAsync(await Database.LookAsync(plan.Connection));
    }

    /// <summary>Each client works for a team of its own, with four of its five people.</summary>
    private static int Specialist(int client, int which) =>
        House.Agents + (client % House.Teams * House.SpecialistsPerTeam) + which;

    private static long Next() => Interlocked.Increment(ref _number);

    private static Guid Team() => House.Team[Next() % House.Teams];

    private static async Task<bool> ListAsync(Product product)
    {
        var page = await product.InScopeAsync(services =>
            services
                .GetRequiredService<WorklistQuery>()
                .ReadAsync(Team(), WorklistFilter.All, House.StaffMember[0], null, null, CancellationToken.None)
        );
        return page.Rows.Count == WorklistQuery.PageSize;
    }

    private static async Task<bool> GetAsync(Browsers people, int client, string more)
    {
        var (browser, _) = people.Next(client);
        await browser.GetAsync($"/werkvoorraad?team={House.TeamCode(client % House.Teams)}{more}");
        return true;
    }

    private static async Task<bool> BareListAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            """
            select id, matter_id, kind, subject, to_name, due, holder_id, attempts, norm_attempts, repeats, bounces
            from promises.promise where team_id = $1 and ended_at is null and kind <> 'open_door'
            order by look_at, id limit 51
            """
        );
        command.Parameters.AddWithValue(Team());
        return await Bare.ReadAsync(command) > 0;
    }

    private static async Task<bool> BareCountsAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            """
            select holder_id, count(*), count(*) filter (where bounces > 0)
            from promises.promise where team_id = $1 and ended_at is null group by holder_id
            """
        );
        command.Parameters.AddWithValue(Team());
        return await Bare.ReadAsync(command) > 0;
    }
}
