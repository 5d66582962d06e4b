using System.Net;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Promises.Data;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.Call;

/// <summary>Somebody calls for somebody else: who, for whom, and what they are to each other.</summary>
public sealed class SpeaksForTests
{
    [Fact]
    public async Task A_promise_is_made_to_who_calls_in_the_story_of_whom_they_call_for()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await Given.SignedInAsync(app, world.Agent);

        var done = await (await CallAsync(world, agent))
            .With("PartyId", world.Wil.ToString())
            .With("SpeaksName", "Els Verbeek")
            .With("SpeaksAs", "dochter")
            .SubmitAsync("Rond dit contact");
        done.Path.ShouldStartWith("/werkplek?klaar=");
        done.Text.ShouldContain("Gevraagd door Els Verbeek (dochter), voor mevrouw Wil Verbeek.");

        var contact = await app.InDbAsync(db => db.Set<Contact>().SingleAsync());
        (contact.PartyId, contact.InvolvedName, contact.InvolvedFor, contact.InvolvedRole).ShouldBe(
            (world.Wil, "Els Verbeek", "Mevrouw Wil Verbeek", "dochter")
        );
        var promise = await app.InDbAsync(db => db.Set<Promise>().SingleAsync());
        (promise.ToName, promise.ToPartyId).ShouldBe(("Els Verbeek", world.Wil));

        using var specialist = await Given.SignedInAsync(app, world.Specialist);
        var page = await specialist.GetAsync($"/werkvoorraad/{promise.Id}");
        page.TextOf("#lijst-deel").ShouldContain(", voor mevrouw Wil Verbeek");
        page.TextOf("#kop").ShouldContain("Vraagt dit als dochter voor mevrouw Wil Verbeek");
        page.TextOf("#verhaal").ShouldContain("Els Verbeek (dochter) belde voor mevrouw Wil Verbeek.");
        var next = await agent.GetAsync("/werkplek/bel?nummer=0612345678");
        var known = await next.Form("#vraag").With("PartyId", world.Wil.ToString()).SubmitAsync("Bewaar");
        known.TextOf("#bekend").ShouldContain("Els Verbeek (dochter) vroeg het namens de klant.");
    }

    [Theory]
    [InlineData("", "dochter", "", "SpeaksName")]
    [InlineData("Els Verbeek", "dochter", "", "InvolvedName")]
    public async Task Both_have_a_name(string speaks, string role, string customer, string field)
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await Given.SignedInAsync(app, world.Agent);

        var wrong = await (await CallAsync(world, agent))
            .With("PartyId", "")
            .With("InvolvedName", customer)
            .With("SpeaksName", speaks)
            .With("SpeaksAs", role)
            .SubmitAsync("Rond dit contact");

        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.All($".t-field--wrong #{field}").ShouldNotBeEmpty(wrong.Text);
        wrong.Text.ShouldContain(field == "SpeaksName" ? "wie er voor deze klant belt" : "voor wie Els Verbeek belt");
    }

    private static async Task<Form> CallAsync(World world, Browser agent) =>
        (await agent.GetAsync("/werkplek/bel?nummer=06-87654321"))
            .Form("#vraag")
            .With("Topic", "Kwijtschelding belastingen")
            .With("TopicId", world.Remission.ToString())
            .With("Outcome", "promised");
}
