using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;
using Terecht.Modules.Contacts.Register;
using Terecht.Modules.Desk.WrapUp;
using Terecht.Platform.Events;

namespace Terecht.Benchmarks.Register;

/// <summary>A contact with a question and a promise, wrapped up by the product, beside bare PostgreSQL writing the same rows.</summary>
internal static class RegisterBenchmark
{
    private const int Examples = 16;
    private const int Each = 4;
    private const int MostPerSecond = 6000;

    private static long _number;

    public static async Task RunAsync(Plan plan)
    {
        var report = plan.Report("register");
        var copy = await Loader.CopyAsync(plan.Connection, plan.Size);
        try
        {
            await MeasureAsync(plan with { Connection = copy }, report);
            await report.WriteAsync(await Database.LookAsync(copy));
        }
        finally
        {
            await Loader.DropCopyAsync(plan.Connection, plan.Size);
        }
    }

    private static async Task MeasureAsync(Plan plan, Report report)
    {
        var examples = await ExamplesAsync(plan, report);
        await using var product = Product.Start(plan.Connection);
        await using var source = Bare.Source(plan.Connection);
        var clock = product.Services.GetRequiredService<TimeProvider>();
        var drafts = new Drafts(source, clock);

        using var people = await Browsers.OpenAsync(product, plan.Clients, Each, (c, i) => (c * Each) + i);

        List<Measured> whole = [],
            bare = [],
            opening = [],
            forms = [];
        for (var run = 0; run < plan.Runs; run++)
        {
            await Sql.RunAsync(source, "checkpoint");
            await drafts.FillAsync(MostDrafts(plan));
            whole.Add(
                await MeasureAsync(plan, "register, whole use case", _ => WrapUpAsync(plan, product, drafts, clock))
            );
            await SettledAsync(source);

            await drafts.FillAsync(MostDrafts(plan));
            bare.Add(await BareAsync(plan, product, source, examples, drafts, clock));
            await drafts.ClearAsync();
            await SettledAsync(source);

            opening.Add(
                await MeasureAsync(
                    plan,
                    "open a contact (the draft)",
                    async _ => await drafts.OpenAsync(product) is not null
                )
            );
            await drafts.ClearAsync();

            await drafts.FillAsync(MostDrafts(plan) / 4, plan.Clients * Each);
            forms.Add(
                await MeasureAsync(
                    plan,
                    "register by the form, by HTTP",
                    c => PostAsync(plan, people, c, drafts, clock)
                )
            );
            await drafts.ClearAsync();
            await SettledAsync(source);
        }
        var first = report.Add(whole, "≥ 1,000/s, p95 < 30 ms");
        var least = report.Add(bare);
        report.Add(forms);
        report.Add(opening);
        report.Note("ratio", $"the product does {first.PerSecond / least.PerSecond:P0} of what bare PostgreSQL does");
    }

    private static int MostDrafts(Plan plan) => MostPerSecond * (int)plan.Lasts.TotalSeconds;

    private static Task<Measured> MeasureAsync(Plan plan, string work, Func<int, Task<bool>> once) =>
        plan.Crowd.MeasureAsync(work, plan.Clients, once);

    private static async Task<bool> WrapUpAsync(Plan plan, Product product, Drafts drafts, TimeProvider clock)
    {
        if (drafts.Take() is not { } draft)
        {
            return false;
        }
        var contact = Registrations.Of(plan.Calls, Interlocked.Increment(ref _number), draft, clock);
        await using var scope = product.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().IsStaff(contact.StaffId);
        var result = await scope.ServiceProvider.GetRequiredService<WrapUp>().RunAsync(contact, CancellationToken.None);
        return result is WrapUpResult.Done ? true : throw new InvalidOperationException($"Not wrapped up: {result}.");
    }

    /// <summary>The form of the screen, sent as a browser sends it: with checks, limits and the session.</summary>
    private static async Task<bool> PostAsync(Plan plan, Browsers people, int client, Drafts drafts, TimeProvider clock)
    {
        var (browser, which) = people.Next(client);
        if (drafts.Take((client * Each) + which) is not { } draft)
        {
            return false;
        }
        var contact = Registrations.Of(plan.Calls, Interlocked.Increment(ref _number), draft, clock);
        var next = await browser.PostAsync(
            $"/werkplek/{draft.Id}?vraag=1&handler=Afronden",
            Registrations.Form(contact)
        );
        return next.StartsWith("/werkplek?klaar=", StringComparison.Ordinal)
            ? true
            : throw new InvalidOperationException($"The form was not taken: {next}.");
    }

    private static async Task<Measured> BareAsync(
        Plan plan,
        Product product,
        NpgsqlDataSource source,
        IReadOnlyList<IReadOnlyList<SavedRow>> examples,
        Drafts drafts,
        TimeProvider clock
    )
    {
        var references = product.Services.GetRequiredService<References>();
        var clients = new List<BareClient>();
        for (var i = 0; i < plan.Clients; i++)
        {
            clients.Add(await BareClient.OpenAsync(source, examples, clock));
        }
        var measured = await MeasureAsync(
            plan,
            "bare PostgreSQL, the same rows, one round trip",
            async client =>
            {
                if (drafts.Take() is not { } draft)
                {
                    return false;
                }
                var reference = await references.NextAsync(CancellationToken.None);
                await clients[client].WriteAsync(Interlocked.Increment(ref _number), draft.Id, reference);
                return true;
            }
        );
        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }
        return measured;
    }

    /// <summary>What the product writes for some registrations, and what it sends to do so.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<SavedRow>>> ExamplesAsync(Plan plan, Report report)
    {
        var (saved, sent) = (new SavedRows(), new SentCommands());
        await using var product = Product.Start(plan.Connection, null, saved, sent);
        await using var source = Bare.Source(plan.Connection);
        var clock = product.Services.GetRequiredService<TimeProvider>();
        var drafts = new Drafts(source, clock);
        await drafts.FillAsync(Examples + 1, 1);
        // The first one reads settings that stay in memory.
        await WrapUpAsync(plan, product, drafts, clock);
        var examples = new List<IReadOnlyList<SavedRow>>();
        saved.Take();
        sent.Take();
        while (examples.Count < Examples)
        {
            await WrapUpAsync(plan, product, drafts, clock);
            examples.Add(saved.Take());
        }
        var commands = sent.Take();
        report.Note("rows", string.Join(", ", examples[0].CountBy(r => r.Table).Select(t => $"{t.Value} {t.Key}")));
        report.Note(
            "sent",
            $"{commands.Count / (double)Examples:F2} commands and one commit for each, round trips all"
        );
        return examples;
    }

    /// <summary>The sequencer has numbered all that was written, so that the next run begins with nothing to do.</summary>
    private static async Task SettledAsync(NpgsqlDataSource source)
    {
        while (await Sql.OneAsync<bool>(source, "select exists (select from platform.feed_waiting)"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }
}
