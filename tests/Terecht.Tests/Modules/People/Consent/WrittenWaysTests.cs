using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.People.Contracts;
using Terecht.Modules.People.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.People.Consent;

public sealed class WrittenWaysTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_way_that_there_is_comes_with_what_was_said_and_the_preferred_one_first()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        await app.InDbAsync(db =>
            db.Set<Party>()
                .Where(p => p.Id == world.Wil)
                .ExecuteUpdateAsync(
                    p => p.SetProperty(x => x.Email, "wil@example.org").SetProperty(x => x.Prefers, "mail"),
                    Ct
                )
        );
        await AllowAsync(world, "sms", true);
        await AllowAsync(world, "letter", false);

        (await WaysAsync(world)).ShouldBe([
            new WrittenWay("mail", "wil@example.org", null),
            new WrittenWay("sms", "+31612345678", true),
            new WrittenWay("letter", "Mevrouw Wil Verbeek\nKadeweg 14\n3991 AB Maasdrecht", false),
        ]);
    }

    [Fact]
    public async Task The_last_word_counts_and_each_word_is_an_event()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        await AllowAsync(world, "sms", true);
        await AllowAsync(world, "sms", true);
        app.Clock.Advance(Duration.FromMinutes(1));
        await AllowAsync(world, "sms", false);

        (await WaysAsync(world))[0].Allowed.ShouldBe(false);
        var said = await app.InDbAsync(db =>
            db.Set<EventRow>().Where(e => e.Type == ConsentGiven.Type).OrderBy(e => e.RecordedAt).ToListAsync(Ct)
        );
        said.Select(e => e.Read<ConsentGiven>().Allowed).ShouldBe([true, false]);
        (await app.InDbAsync(db => db.Set<ConsentRow>().SingleAsync(Ct))).RecordedBy.ShouldBe(world.Agent.StaffId);
    }

    [Fact]
    public async Task During_a_contact_the_agent_writes_down_what_the_person_says()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await Given.SignedInAsync(app, world.Agent);

        var page = await agent.GetAsync($"/werkplek/klant/{world.Wil}/toestemming");
        page.Text.ShouldContain("Sms naar 06 12 34 56 78");
        var done = await page.Form().With("sms", "ja").SubmitAsync();

        done.Path.ShouldBe("/werkplek");
        (await WaysAsync(world))[0].ShouldBe(new WrittenWay("sms", "+31612345678", true));
    }

    private static Task AllowAsync(World world, string channel, bool allowed) =>
        world.App.InScopeAsync(async services =>
        {
            await services
                .GetRequiredService<IWrittenWays>()
                .AllowAsync(world.Wil, channel, allowed, world.Agent.StaffId, Ct);
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
        });

    private static Task<IReadOnlyList<WrittenWay>> WaysAsync(World world) =>
        world.App.InScopeAsync(services => services.GetRequiredService<IWrittenWays>().OfAsync(world.Wil, Ct));
}
