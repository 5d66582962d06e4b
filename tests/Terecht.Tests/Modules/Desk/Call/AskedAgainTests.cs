using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Promises.Data;
using Terecht.Tests.Modules.Promises;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.Call;

/// <summary>The same question again, on any channel: what is promised already is proposed before a second promise is made.</summary>
public sealed class AskedAgainTests
{
    [Fact]
    public async Task What_is_promised_about_the_topic_is_proposed_first_and_may_be_let_go_again()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var passport = await Made.InAsync(world, p => p with { Subject = "uw paspoort" });
        await app.InDbAsync(db =>
            db.Set<Matter>()
                .Where(m => m.Id == passport.Matter)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.TopicId, world.Passport))
        );
        app.Clock.Set(2027, 5, 3, 11, 0);
        var made = await Made.InAsync(world);
        using var agent = await Given.SignedInAsync(app, world.Agent);

        var page = await (await agent.GetAsync("/werkplek/bel?kanaal=mail"))
            .Form("#vraag")
            .With("ChosenId", world.Wil.ToString())
            .With("Topic", "Kwijtschelding belastingen")
            .With("TopicId", world.Remission.ToString())
            .With("Outcome", "promised")
            .With("Kind", "write")
            .SubmitAsync("Bewaar");
        page.TextOf("#zelfde").ShouldContain("Dit is al toegezegd: uw aanmaning, uiterlijk di 4 mei 17.00");

        var repeat = await page.Form("#vraag").SubmitAsync("Vraagt hierover opnieuw");
        repeat.TextOf("#toezegging").ShouldContain("Er komt geen tweede toezegging.");
        var other = await repeat.Form("#vraag").SubmitAsync("Nee, het gaat over iets anders");
        other.All("#zelfde").ShouldNotBeEmpty();
        repeat = await other.Form("#vraag").SubmitAsync("Vraagt hierover opnieuw");
        await repeat.Form("#vraag").SubmitAsync("Leg vast: vroeg opnieuw");

        (await made.RowAsync()).Repeats.ShouldBe((short)1);
        (await app.InDbAsync(db => db.Set<Promise>().CountAsync())).ShouldBe(2);
        var contact = await app.InDbAsync(db => db.Set<Contact>().SingleAsync(c => c.Channel == "mail"));
        (await app.InDbAsync(db => db.Set<Question>().SingleAsync(q => q.ContactId == contact.Id))).MatterId.ShouldBe(
            made.Matter
        );
    }

    [Fact]
    public async Task Another_topic_proposes_nothing()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        await Made.InAsync(world);
        using var agent = await Given.SignedInAsync(app, world.Agent);

        var page = await (await agent.GetAsync("/werkplek/bel?nummer=0612345678"))
            .Form("#vraag")
            .With("PartyId", world.Wil.ToString())
            .With("Topic", "Paspoort aanvragen")
            .With("TopicId", world.Passport.ToString())
            .With("Outcome", "promised")
            .SubmitAsync("Bewaar");

        page.All("#zelfde").ShouldBeEmpty();
        page.TextOf("#bekend").ShouldContain("Nog open: uw aanmaning");
    }
}
