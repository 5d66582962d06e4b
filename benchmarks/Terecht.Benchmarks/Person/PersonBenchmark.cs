using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Terecht.Benchmarks.Load;
using Terecht.Benchmarks.Measure;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Desk.Call;
using Terecht.Modules.Desk.Worklist;

namespace Terecht.Benchmarks.Person;

/// <summary>What a call opens: who is on the number, what we owe them, their last contacts and matters, fitting answers.</summary>
internal static class PersonBenchmark
{
    private const string Goal = "p95 < 30 ms";
    private const int Each = 4;
    private const int OpenEach = 2;

    private static long _number;

    public static async Task RunAsync(Plan plan)
    {
        var report = plan.Report("person");
        await using var source = Bare.Source(plan.Connection);
        await using var product = Product.Start(plan.Connection);
        await plan.MeasureAsync(
            report,
            "bare SQL: newest 50 contacts of a person",
            null,
            _ => TimelineAsync(plan, source)
        );
        await plan.MeasureAsync(report, "what a call opens", Goal, client => ScreenAsync(plan, product, client));

        using var agents = await Browsers.OpenAsync(product, plan.Clients, Each, Agent);
        var contacts = await OpenContactsAsync(plan, product);
        await plan.MeasureAsync(
            report,
            "the whole page of a contact, by HTTP",
            Goal,
            async client =>
            {
                var (browser, which) = agents.Next(client);
                var open = contacts[Agent(client, which)];
                await browser.GetAsync($"/werkplek/{open[(int)(Next() % open.Count)]}");
                return true;
            }
        );
        await Sql.RunAsync(source, "truncate contacts.draft");
        await report.WriteAsync(await Database.LookAsync(plan.Connection));
    }

    public static async Task RunStoryAsync(Plan plan)
    {
        var report = plan.Report("story");
        await using var product = Product.Start(plan.Connection);
        await plan.MeasureAsync(
            report,
            "one promise with the whole story of its matter",
            Goal,
            async _ =>
            {
                var open = plan.Pledges.OpenAt(Draw.Below(plan.Size.OpenPromises, Of.Promise, Next(), 41));
                return await product.InScopeAsync(services =>
                    StoryAsync(services.GetRequiredService<PromiseCaseReader>(), plan.Pledges.Id(open))
                );
            }
        );
        await report.WriteAsync(await Database.LookAsync(plan.Connection));
    }

    private static async Task<bool> StoryAsync(PromiseCaseReader reader, Guid promise)
    {
        var row = await reader.RowAsync(promise, CancellationToken.None);
        var found = await reader.CaseAsync(
            row!,
            House.StaffMember[0],
            mayAct: true,
            mayDirect: false,
            mayDecide: false,
            CancellationToken.None
        );
        return found.Story.Count > 0;
    }

    private static long Next() => Interlocked.Increment(ref _number);

    private static int Agent(int client, int which) => ((client * Each) + which) % House.Agents;

    /// <summary>Who calls often comes by often.</summary>
    private static int KnownCall(Plan plan)
    {
        while (true)
        {
            var call = Draw.Below(plan.Calls.Count, Of.Contact, Next(), 42);
            if (plan.Calls.Party(call) is not null)
            {
                return call;
            }
        }
    }

    private static CallDraft Content(Plan plan, int call) =>
        new()
        {
            PartyId = plan.Calls.PartyId(call).ToString()!,
            Questions =
            [
                new QuestionDraft
                {
                    Topic = House.TopicName(Calls.Topic(call, 1)),
                    TopicId = House.Topic[Calls.Topic(call, 1)].ToString(),
                    Note = Draw.From(Words.Notes, Of.Contact, call, 43),
                    Phone = plan.Calls.Number(call)!,
                },
            ],
        };

    private static Task<bool> ScreenAsync(Plan plan, Product product, int client)
    {
        var call = KnownCall(plan);
        var content = Content(plan, call);
        var draft = new DraftCard(
            plan.Calls.Id(call),
            House.Municipality,
            "phone",
            "14099",
            plan.Calls.Number(call),
            Size.Moment,
            Size.Moment,
            ""
        );
        return product.InScopeAsync(async services =>
        {
            var loader = services.GetRequiredService<CallScreenLoader>();
            var screen = await loader.LoadAsync(draft, content, 0, House.StaffMember[client], CancellationToken.None);
            return screen.Party is not null && screen.Recent.Count > 0;
        });
    }

    private static async Task<Dictionary<int, List<Guid>>> OpenContactsAsync(Plan plan, Product product)
    {
        var contacts = new Dictionary<int, List<Guid>>();
        for (var i = 0; i < plan.Clients * Each * OpenEach; i++)
        {
            var (agent, call) = (Agent(i % plan.Clients, i / plan.Clients % Each), KnownCall(plan));
            var id = await product.InScopeAsync(services =>
                services
                    .GetRequiredService<IDrafts>()
                    .OpenAsync(
                        new OpenDraft(
                            House.StaffMember[agent],
                            House.Municipality,
                            "phone",
                            "14099",
                            plan.Calls.Number(call),
                            Content(plan, call).Write()
                        ),
                        CancellationToken.None
                    )
            );
            contacts.TryAdd(agent, []);
            contacts[agent].Add(id);
        }
        return contacts;
    }

    private static async Task<bool> TimelineAsync(Plan plan, NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            """
            select c.id, c.started_at, c.channel, q.outcome, q.note, m.name, m.reference, p.due, p.ended_at
            from (select * from contacts.contact where party_id = $1 order by started_at desc limit 50) c
            join contacts.question q on q.contact_id = c.id
            join contacts.matter m on m.id = q.matter_id
            left join promises.promise p on p.matter_id = m.id
            """
        );
        command.Parameters.AddWithValue(plan.Calls.PartyId(KnownCall(plan))!.Value);
        return await Bare.ReadAsync(command) > 0;
    }
}
