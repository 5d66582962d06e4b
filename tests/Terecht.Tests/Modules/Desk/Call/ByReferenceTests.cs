using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.People.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Tests.Modules.Promises;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.Call;

/// <summary>A number that is read out finds one matter, says which one it is, and says so when there is none. All of it without script.</summary>
public sealed class ByReferenceTests
{
    [Theory]
    [InlineData("48293", "Een dossiernummer heeft 10 cijfers. Dit zijn er 5.")]
    [InlineData("DB-2027-1183", "Geen dossier met nummer DB-2027-1183.")]
    [InlineData("482 930 5170", "Een van de cijfers klopt niet.")]
    [InlineData("06 12345670", "Dit is een telefoonnummer. Zoek de klant op naam.")]
    public async Task What_is_no_reference_is_said_to_be_none(string typed, string sentence)
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await Given.SignedInAsync(app, world.Agent);

        (await SearchAsync(agent, typed)).TextOf("#antwoorden").ShouldContain(sentence);
    }

    [Fact]
    public async Task A_reference_that_was_never_given_out_is_not_found()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await Given.SignedInAsync(app, world.Agent);
        var free = Reference.FromNumber(123_456_789);

        var page = await SearchAsync(agent, free);

        page.TextOf("#antwoorden").ShouldContain($"Geen dossier met nummer {Reference.Spoken(free)}.");
    }

    [Fact]
    public async Task Words_with_a_year_still_look_for_an_answer()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await Given.SignedInAsync(app, world.Agent);

        (await SearchAsync(agent, "aanmaning 2027")).TextOf("#antwoorden").ShouldContain("Moet ik al betalen");
    }

    [Fact]
    public async Task The_matter_says_which_it_is_and_that_there_is_another_like_it()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var settled = await Made.InAsync(world, p => p with { Subject = "uw parkeerboete" });
        await settled.EndAsync(PromiseEnd.Reached);
        var open = await Made.InAsync(world, p => p with { Subject = "uw dwangbevel" });
        using var agent = await Given.SignedInAsync(app, world.Agent);

        var other = await SearchAsync(agent, await ReferenceAsync(app, settled));
        other.TextOf("#gevonden").ShouldContain("uw parkeerboete");
        other.TextOf("#gevonden").ShouldContain("Bereikt, vandaag 10.46 uur.");
        other.TextOf("#gevonden").ShouldNotContain("uw dwangbevel");
        other.TextOf("#gevonden").ShouldContain("nog 1 ander dossier over dit onderwerp");
        other.TextOf("#gevonden").ShouldContain("Van mevrouw Wil Verbeek");

        var right = await SearchAsync(agent, await ReferenceAsync(app, open));
        right.TextOf("#gevonden").ShouldContain("Nog open: uiterlijk di 4 mei 17.00");
        var belongs = await right.Form("#vraag").SubmitAsync("Hierover gaat het");
        belongs.TextOf("#beller").ShouldContain("Mevrouw Wil Verbeek");
        belongs.TextOf("#bekend").ShouldContain("Nog open: uw dwangbevel");
        belongs.Find("#MatterId option[selected]").GetAttribute("value").ShouldBe(open.Matter.ToString());

        await belongs.Form("#vraag").With("Outcome", "answered").SubmitAsync("Rond dit contact");
        (await app.InDbAsync(db => db.Set<Question>().CountAsync(q => q.MatterId == open.Matter))).ShouldBe(2);
        (await app.InDbAsync(db => db.Set<Question>().CountAsync(q => q.MatterId == settled.Matter))).ShouldBe(1);
        (await app.InDbAsync(db => db.Set<Promise>().CountAsync())).ShouldBe(2);
        (
            await app.InDbAsync(db => db.Set<ReadLogRow>().CountAsync(r => r.PartyIds.Contains(world.Wil)))
        ).ShouldBeGreaterThan(0);
    }

    /// <summary>While somebody types on the page asks many times: whose matter was seen is one line.</summary>
    [Fact]
    public async Task Whose_matter_was_seen_is_logged_once_also_when_what_was_typed_is_kept_already()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var made = await Made.InAsync(world);
        using var agent = await Given.SignedInAsync(app, world.Agent);
        var page = await agent.GetAsync("/werkplek/bel?kanaal=letter");
        var form = page.Form("#vraag").With("Search", await ReferenceAsync(app, made));
        var token = ("__RequestVerificationToken", form.ValueOf("__RequestVerificationToken")!);
        var search = ("Search", form.ValueOf("Search")!);

        await agent.PostAsync($"{page.Url.AbsolutePath}?vraag=1&handler=Concept", token, search);
        for (var i = 0; i < 2; i++)
        {
            var part = await agent.PostAsync(
                $"{page.Url.AbsolutePath}?vraag=1&handler=Delen&deel=antwoorden",
                token,
                search
            );
            part.TextOf("#gevonden").ShouldContain("uw aanmaning");
        }

        (await app.InDbAsync(db => db.Set<ReadLogRow>().Where(r => r.Purpose == "reference").ToListAsync()))
            .ShouldHaveSingleItem()
            .PartyIds.ShouldBe([world.Wil]);
    }

    [Fact]
    public async Task A_matter_of_somebody_else_than_the_chosen_customer_is_said_to_be_so()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var made = await Made.InAsync(world);
        var jan = await app.InDbAsync(db =>
            db.Set<Party>().Where(p => p.GivenName == "Jan").Select(p => p.Id).SingleAsync()
        );
        using var agent = await Given.SignedInAsync(app, world.Agent);

        var page = await (await agent.GetAsync("/werkplek/bel?nummer=06-12345678"))
            .Form("#vraag")
            .With("PartyId", jan.ToString())
            .With("Search", await ReferenceAsync(app, made))
            .SubmitAsync("Bewaar");

        page.TextOf("#gevonden").ShouldContain("Dit dossier is niet van de heer Jan Verbeek.");
    }

    private static async Task<Page> SearchAsync(Browser agent, string typed) =>
        await (await agent.GetAsync("/werkplek/bel?nummer=06-87654321"))
            .Form("#vraag")
            .With("Search", typed)
            .SubmitAsync("Bewaar");

    private static Task<string> ReferenceAsync(App app, Made made) =>
        app.InDbAsync(db => db.Set<Matter>().Where(m => m.Id == made.Matter).Select(m => m.Reference).SingleAsync());
}
