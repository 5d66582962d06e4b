using System.Collections.Concurrent;
using System.Net;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Faults;

/// <summary>
/// Lines that break after the program did its work, while it works, and before. The sender presses again: every call is there
/// once, with all that belongs to it, and everybody comes to the same page.
/// </summary>
public sealed class DroppedReplyTests
{
    private const int Calls = 500;
    private const int Agents = 8;
    private const int Seed = 20270503;

    /// <param name="Path">Where the form is sent.</param>
    private sealed record Sent(Sender By, string Path, Guid Draft, Guid Key, (string, string)[] Form);

    [Fact]
    public async Task A_reply_that_was_lost_makes_nothing_twice()
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var sent = new ConcurrentBag<Sent>();
        var agents = new List<Sender>();
        var lines = new List<BadLine>();
        for (var i = 0; i < Agents; i++)
        {
            var person = await Given.StaffAsync(app, "agent");
            agents.Add(await Sender.SignedInAsync(app.Address, person.Email, oneRequestEach: true));
            lines.Add(new BadLine(app.Address, Seed + i));
        }

        await Task.WhenAll(
            agents.Select(
                async (agent, i) =>
                {
                    for (var call = i; call < Calls; call += Agents)
                    {
                        agent.Server = app.Address;
                        var form = await OpenAsync(agent, world, call);
                        agent.Server = lines[i].Address;
                        (await agent.PostAsync(form.Path, form.Form)).ShouldLeadTo($"/werkplek?klaar={form.Draft}");
                        sent.Add(form);
                    }
                }
            )
        );

        lines.Sum(l => l.LostReplies).ShouldBeGreaterThan(100);
        lines.Sum(l => l.LeftAlone).ShouldBeGreaterThan(50);
        lines.Sum(l => l.Cut).ShouldBeGreaterThan(50);
        agents.Sum(a => a.Unanswered).ShouldBe(lines.Sum(l => l.LostReplies + l.LeftAlone + l.Cut));
        await AllAgainAsync(app, sent);
        await ShouldBeThereOnceAsync(app, sent);
        foreach (var (agent, line) in agents.Zip(lines))
        {
            agent.Dispose();
            await line.DisposeAsync();
        }
    }

    /// <summary>Opens a contact as a softphone does, and fills in its form.</summary>
    private static async Task<Sent> OpenAsync(Sender agent, World world, int call)
    {
        var page = (await agent.GetAsync($"/werkplek/bel?nummer=06{10_000_000 + call}&via=14099")).Location;
        var key = Sender.FieldIn((await agent.GetAsync(page)).Body, "RequestKey");
        return new Sent(
            agent,
            $"{page}?vraag=1&handler=Afronden",
            Guid.Parse(page["/werkplek/".Length..]),
            Guid.Parse(key),
            [
                ("RequestKey", key),
                ("InvolvedName", $"Beller {call}"),
                ("Topic", "Kwijtschelding belastingen"),
                ("TopicId", world.Remission.ToString()),
                ("AnswerId", world.Answer.ToString()),
                ("Note", $"Vraag van beller {call}."),
                ("Outcome", "promised"),
                ("Kind", "call"),
                ("Phone", $"06{10_000_000 + call}"),
                ("Subject", $"aanslag {call}"),
            ]
        );
    }

    /// <summary>Long after, when all is done, the same form comes once more: from a tab that was still open.</summary>
    private static async Task AllAgainAsync(App app, IEnumerable<Sent> sent)
    {
        await Task.WhenAll(
            sent.GroupBy(s => s.By)
                .Select(async mine =>
                {
                    mine.Key.Server = app.Address;
                    foreach (var form in mine)
                    {
                        var again = await mine.Key.PostAsync(form.Path, form.Form);
                        again.ShouldLeadTo($"/werkplek?klaar={form.Draft}");
                    }
                    var page = await mine.Key.GetAsync($"/werkplek?klaar={mine.First().Draft}");
                    page.Status.ShouldBe(HttpStatusCode.OK);
                })
        );
    }

    private static async Task ShouldBeThereOnceAsync(App app, IReadOnlyCollection<Sent> sent)
    {
        var rows = new Rows(app.Database);
        await rows.ShouldBeSoundAsync();

        sent.Select(s => s.Key).Distinct().Count().ShouldBe(Calls);
        (await rows.AllAsync<Guid>("select key from platform.request_key")).ShouldBe(
            sent.Select(s => s.Key),
            ignoreOrder: true
        );
        (await rows.AllAsync<Guid>("select id from contacts.contact")).ShouldBe(
            sent.Select(s => s.Draft),
            ignoreOrder: true
        );
        (await rows.CountAsync("contacts.draft")).ShouldBe(0);
        (await rows.CountAsync("contacts.matter")).ShouldBe(Calls);
        await rows.NoneAsync(
            "a contact that has not its own one question and one promise",
            """
            select c.involved_name from contacts.contact c
            where (select count(*) from contacts.question q where q.contact_id = c.id) <> 1
               or (select count(*) from contacts.question q join promises.promise p on p.question_id = q.id
                   where q.contact_id = c.id and q.note = 'Vraag van b' || substr(c.involved_name, 2) || '.'
                     and p.subject = 'aanslag ' || substr(c.involved_name, 8) and p.to_phone = c.caller_number) <> 1
            """
        );
        (
            await rows.AllAsync<string>(
                """
                select type || ' ' || count(*) from platform.event
                where type in ('contact.registered', 'matter.opened', 'answer.used', 'promise.made')
                group by type order by type
                """
            )
        ).ShouldBe([
            $"answer.used {Calls}",
            $"contact.registered {Calls}",
            $"matter.opened {Calls}",
            $"promise.made {Calls}",
        ]);
        // Of a call: the use of the answer is counted. These callers wished no confirmation.
        (
            await rows.AllAsync<string>(
                """
                select e.type || ' ' || count(*) from platform.outbox o join platform.event e on e.id = o.event_id
                where e.type <> 'settings.changed'
                group by e.type order by e.type
                """
            )
        ).ShouldBe([$"answer.used {Calls}"]);
        (await rows.CountAsync("platform.event where type like 'promise.%'")).ShouldBe(Calls);
    }
}

internal static class AnswerChecks
{
    public static void ShouldLeadTo(this Answer answer, string address) =>
        answer.Location.ShouldBe(address, $"{(int)answer.Status}: {answer.Body}");
}
