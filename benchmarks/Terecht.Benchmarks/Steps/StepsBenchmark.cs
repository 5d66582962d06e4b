using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;
using Terecht.Modules.Promises.Steps;
using Terecht.Platform.Loops;

namespace Terecht.Benchmarks.Steps;

/// <summary>One round of the loop that looks for steps: with nothing due, and with as many due as one round takes.</summary>
internal static class StepsBenchmark
{
    private const string Goal = "< 50 ms a round";
    private const int Rounds = 60;
    private const int WarmUp = 20;

    /// <summary>Late promises of which the last step is made due: one reminder each.</summary>
    private const string MakeDue = """
        update promises.promise set next_step = 2, next_step_at = $1
        where id in (
            select p.id from promises.promise p
            where p.ended_at is null and p.due < $1 and not exists (select from promises.reminder r where r.promise_id = p.id)
            order by p.due limit $2)
        """;

    private const string Claim = """
        explain (analyze, buffers, costs off) select * from promises.promise
        where ended_at is null and next_step_at <= $1
        order by next_step_at limit 50 for update skip locked
        """;

    public static async Task RunAsync(Plan plan)
    {
        var report = plan.Report("steps");
        await using var source = Bare.Source(plan.Connection);
        var postmaster = await Processors.PostmasterAsync(plan.Connection);
        await using (var product = Product.Start(plan.Connection))
        {
            // The rounds are run here.
            foreach (var loop in product.Services.GetServices<IHostedService>().OfType<LoopService<StepLoop>>())
            {
                await loop.StopAsync(CancellationToken.None);
            }
            while (await RoundAsync(product) > 0) { }
            report.Add(
                await plan.RunsAsync("a round with nothing due", 1, async _ => await RoundAsync(product) == 0),
                Goal
            );
            var runs = new List<Measured>();
            for (var run = 0; run < plan.Runs; run++)
            {
                runs.Add(await DueAsync(product, source, postmaster));
                await PutBackAsync(source);
            }
            report.Add(runs, Goal);
        }
        report.Note(
            "open promises",
            $"{await Sql.OneAsync<long>(source, "select count(*) from promises.promise where ended_at is null"):N0}"
        );
        report.Note(
            "with a step to come",
            $"{await Sql.OneAsync<long>(source, "select count(*) from promises.promise where ended_at is null and next_step_at is not null"):N0}"
        );
        report.Note("plan with nothing due", await PlanAsync(source));
        await DueNowAsync(source, StepHandler.AtOnce);
        report.Note($"plan with {StepHandler.AtOnce} due", await PlanAsync(source));
        await PutBackAsync(source);
        await report.WriteAsync(await Database.LookAsync(plan.Connection));
    }

    private static Task<int> RoundAsync(Product product) =>
        product.InScopeAsync(services => services.GetRequiredService<StepHandler>().RunAsync(CancellationToken.None));

    /// <summary>Rounds that each find as many as they take; making these due is not in the time.</summary>
    private static async Task<Measured> DueAsync(Product product, NpgsqlDataSource source, int? postmaster)
    {
        var name = $"a round with {StepHandler.AtOnce} due: reminders, events, next steps";
        await Console.Error.WriteLineAsync($"  measuring: {name}");
        var ticks = new List<long>();
        var used = default(Processors);
        for (var i = 0; i < WarmUp + Rounds; i++)
        {
            await DueNowAsync(source, StepHandler.AtOnce);
            var before = Processors.Look(postmaster);
            var begin = Stopwatch.GetTimestamp();
            var found = await RoundAsync(product);
            var took = Stopwatch.GetTimestamp() - begin;
            if (found != StepHandler.AtOnce)
            {
                throw new InvalidOperationException($"A round found {found} of {StepHandler.AtOnce}.");
            }
            if (i >= WarmUp)
            {
                ticks.Add(took);
                used -= before - Processors.Look(postmaster);
            }
        }
        ticks.Sort();
        using var process = Process.GetCurrentProcess();
        var during = TimeSpan.FromSeconds(ticks.Sum() / (double)Stopwatch.Frequency);
        return new Measured(name, 1, during, [.. ticks], process.WorkingSet64, used);
    }

    private static async Task DueNowAsync(NpgsqlDataSource source, int count)
    {
        if (await MakeDueAsync(source, count) < count)
        {
            // A small database has few that are late: they are taken again.
            await PutBackAsync(source);
            await MakeDueAsync(source, count);
        }
    }

    private static async Task<int> MakeDueAsync(NpgsqlDataSource source, int count)
    {
        await using var command = source.CreateCommand(MakeDue);
        command.Parameters.AddWithValue(Size.Moment);
        command.Parameters.AddWithValue(count);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The database is as it was, for the other benchmarks.</summary>
    private static async Task PutBackAsync(NpgsqlDataSource source)
    {
        await Sql.RunAsync(
            source,
            "delete from platform.event e using promises.reminder r where e.stream_id = r.promise_id and e.type = 'promise.reminded'"
        );
        await Sql.RunAsync(source, "delete from promises.reminder");
        await Sql.RunAsync(
            source,
            "update promises.promise set next_step = null, next_step_at = null where ended_at is null and due < next_step_at"
        );
    }

    private static async Task<string> PlanAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(Claim);
        command.Parameters.AddWithValue(Size.Moment);
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string> { "" };
        while (await rows.ReadAsync())
        {
            lines.Add("    " + rows.GetString(0));
        }
        return string.Join('\n', lines);
    }
}
