using System.Net;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Data;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk;

/// <summary>A promise goes to the team that was typed, and never silently to another.</summary>
public sealed class PromisedTeamTests
{
    [Theory]
    [InlineData("Inkomen")]
    [InlineData("team inkomen ")]
    public async Task A_team_that_is_typed_goes_before_the_one_of_the_topic(string typed)
    {
        var world = await World.StartAsync();
        await using var app = world.App;

        var done = await PromiseAsync(world, typed);

        done.Text.ShouldContain("gebeld door team Inkomen");
        (await app.InDbAsync(db => db.Set<Promise>().SingleAsync())).TeamId.ShouldBe(world.Income);
    }

    [Fact]
    public async Task A_team_that_nobody_knows_is_said_beside_the_field_and_nothing_is_promised()
    {
        var world = await World.StartAsync();
        await using var app = world.App;

        var page = await PromiseAsync(world, "Inkomsten");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.TextOf("#Team-fout").ShouldBe("Het team 'Inkomsten' kennen we niet. Kies een team uit de lijst.");
        page.Form("#vraag").ValueOf("Team").ShouldBe("Inkomsten");
        page.Form("#vraag").ValueOf("Note").ShouldBe("Kreeg toch een aanmaning.");
        (await app.InDbAsync(db => db.Set<Promise>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_proposal_that_nobody_changed_follows_the_topic()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        using var agent = await Given.SignedInAsync(app, world.Agent);
        var call = await agent.GetAsync("/werkplek/bel?nummer=0612345678");
        var first = await call.Form("#vraag")
            .With("Topic", "Kwijtschelding belastingen")
            .With("TopicId", world.Remission.ToString())
            .With("Outcome", "promised")
            .SubmitAsync("Bewaar");
        first.Form("#vraag").ValueOf("Team").ShouldBe("Team Belastingen");

        // No team belongs to this topic.
        var second = await first
            .Form("#vraag")
            .With("Topic", "Paspoort aanvragen")
            .With("TopicId", world.Passport.ToString())
            .SubmitAsync("Bewaar");

        second.Form("#vraag").ValueOf("Team").ShouldBe("");
    }

    private static async Task<Page> PromiseAsync(World world, string team)
    {
        using var agent = await Given.SignedInAsync(world.App, world.Agent);
        var call = await agent.GetAsync("/werkplek/bel?nummer=0612345678");
        return await call.Form("#vraag")
            .With("PartyId", world.Wil.ToString())
            .With("Topic", "Kwijtschelding belastingen")
            .With("TopicId", world.Remission.ToString())
            .With("Note", "Kreeg toch een aanmaning.")
            .With("Outcome", "promised")
            .With("Team", team)
            .With("Phone", "06 12 34 56 78")
            .SubmitAsync("Leg toezegging vast");
    }
}
