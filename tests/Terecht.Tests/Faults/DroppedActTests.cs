using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Time;
using Terecht.Tests.Modules.Promises;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Faults;

/// <summary>The same bad lines, for what is done with a promise: each press counts once, and leads to the same page.</summary>
public sealed class DroppedActTests
{
    private const int Promises = 48;
    private const int Pairs = 4;
    private const int Seed = 1951;

    [Fact]
    public async Task An_act_whose_reply_was_lost_is_done_once()
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var made = new List<Guid>();
        for (var i = 0; i < Promises; i++)
        {
            made.Add((await Made.InAsync(world)).Id);
        }
        var lines = new ConcurrentBag<BadLine>();

        await Task.WhenAll(
            Enumerable
                .Range(0, Pairs)
                .Select(async pair =>
                {
                    var line = new BadLine(app.Address, Seed + pair);
                    lines.Add(line);
                    using var taxes = await SignedInAsync(app, world.Taxes);
                    using var income = await SignedInAsync(app, world.Income);
                    (taxes.Server, income.Server) = (line.Address, line.Address);
                    foreach (var promise in made.Where((_, i) => i % Pairs == pair))
                    {
                        await TellItsStoryAsync(taxes, income, promise, world);
                    }
                })
        );

        lines.Sum(l => l.LostReplies).ShouldBeGreaterThan(50);
        lines.Sum(l => l.LeftAlone).ShouldBeGreaterThan(20);
        foreach (var line in lines)
        {
            await line.DisposeAsync();
        }
        var rows = new Rows(app.Database);
        await rows.ShouldBeSoundAsync();
        var histories = await rows.AllAsync<string>(
            "select string_agg(type, ' ' order by seq) from platform.event where seq is not null group by stream_id"
        );
        histories.Count.ShouldBe(Promises);
        histories
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldBe(
                "promise.made promise.hold promise.attempt promise.bounce promise.hold promise.attempt promise.end"
            );
        (await app.InDbAsync(db => db.Set<Promise>().CountAsync(p => p.Attempts == 2 && p.OnTime == true))).ShouldBe(
            Promises
        );
        // One that was not answered and one that was, beside the call it began with.
        (await rows.CountAsync("contacts.contact where direction = 'out'")).ShouldBe(2 * Promises);
        (await rows.CountAsync("contacts.remark")).ShouldBe(2 * Promises);
    }

    /// <summary>Taken, tried, passed on to another team, and kept there.</summary>
    private static async Task TellItsStoryAsync(Sender taxes, Sender income, Guid promise, World world)
    {
        await ActAsync(taxes, promise, 1, ("Doe", "neem"));
        await ActAsync(taxes, promise, 2, ("Doe", "niet-bereikt"), ("Outcome", "no_answer"));
        await ActAsync(
            taxes,
            promise,
            3,
            ("Doe", "retour"),
            ("Reason", "other_team"),
            ("ToTeamId", world.Income.ToString()),
            ("ToTeam", "team Inkomen"),
            ("Note", "Dit is voor jullie.")
        );
        await ActAsync(income, promise, 4, ("Doe", "rond-af"), ("Outcome", "reached"), ("Note", "Uitgelegd."));
    }

    /// <summary>The citizen calls again and again; each call counts once, also when its form came twice.</summary>
    [Fact]
    public async Task A_repeat_call_whose_reply_was_lost_counts_once()
    {
        const int calls = 40;
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var promise = (await Made.InAsync(world)).Id;
        await using var line = new BadLine(app.Address, Seed);
        using var agent = await Sender.SignedInAsync(app.Address, world.Agent.Email, oneRequestEach: true);

        for (var call = 1; call <= calls; call++)
        {
            agent.Server = app.Address;
            var contact = (await agent.GetAsync("/werkplek/bel?nummer=0612345678")).Location;
            var key = RealClock.Instance.NewId().ToString();
            agent.Server = line.Address;
            var answer = await agent.PostAsync(
                $"{contact}?vraag=1&handler=Afronden",
                ("RequestKey", key),
                ("PartyId", world.Wil.ToString()),
                ("Outcome", "promised"),
                ("RepeatId", $"{promise}:{call}")
            );
            answer.ShouldLeadTo($"/werkplek?klaar={contact["/werkplek/".Length..]}");
        }

        line.LeftAlone.ShouldBeGreaterThan(5);
        (await app.InDbAsync(db => db.Set<Promise>().Select(p => (int)p.Repeats).SingleAsync())).ShouldBe(calls);
        await new Rows(app.Database).ShouldBeSoundAsync();
    }

    private static async Task ActAsync(Sender by, Guid promise, int seq, params (string Name, string Value)[] form)
    {
        var path = $"/werkvoorraad/{promise}?doe={form[0].Value}";
        (string, string)[] sent =
        [
            ("Form.RequestKey", RealClock.Instance.NewId().ToString()),
            ("Form.Seq", $"{seq}"),
            .. form.Select(f => ("Form." + f.Name, f.Value)),
        ];
        var first = await by.PostAsync(path, sent);
        first.Location.ShouldStartWith($"/werkvoorraad/{promise}", Case.Sensitive, $"{first.Status}: {first.Body}");
        // Long after, from a tab that was still open.
        (await by.PostAsync(path, sent)).ShouldLeadTo(first.Location);
    }

    private static async Task<Sender> SignedInAsync(App app, Guid team)
    {
        var person = await Given.StaffAsync(app, "specialist", team);
        return await Sender.SignedInAsync(app.Address, person.Email, oneRequestEach: true);
    }
}
