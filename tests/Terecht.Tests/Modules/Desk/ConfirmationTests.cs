using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Data;
using Terecht.Tests.Modules.Citizens.Tell;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk;

/// <summary>While making a promise the agent chooses how it is confirmed in writing.</summary>
public sealed class ConfirmationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_person_allowed_and_likes_is_proposed_and_can_be_refused()
    {
        await using var town = await Town.StartAsync();
        await town.AllowAsync(town.World.Wil, "sms", true);
        using var agent = await Given.SignedInAsync(town.App, town.World.Agent);

        var kept = await CallAsync(town, agent);
        kept.Text.ShouldContain("Wil berichten per sms.");
        kept.Find("#toezegging input[name=Tell][value=sms]").HasAttribute("checked").ShouldBeTrue();
        await kept.Form("#vraag").SubmitAsync("Leg toezegging vast");
        var refused = await CallAsync(town, agent);
        await refused.Form("#vraag").With("Tell", "none").SubmitAsync("Leg toezegging vast");
        await town.SettledAsync();

        (await PromisesAsync(town))
            .Select(p => (p.TellChannel, p.TellAddress))
            .ShouldBe([("sms", "+31612345678"), (null, null)], ignoreOrder: true);
        town.Notify.Accepted.ShouldHaveSingleItem().To.ShouldBe("+31612345678");
    }

    [Fact]
    public async Task Somebody_we_do_not_know_may_allow_it_for_this_promise_alone()
    {
        await using var town = await Town.StartAsync();
        using var agent = await Given.SignedInAsync(town.App, town.World.Agent);
        var page = await agent.GetAsync("/werkplek/bel?nummer=020-1234567&via=14099");
        var call = await Filled(town, page.Form("#vraag"))
            .With("InvolvedName", "Piet")
            .With("Phone", "0201234567")
            .SubmitAsync("Bewaar");
        call.Find("#toezegging input[name=Tell][value=none]").HasAttribute("checked").ShouldBeTrue();

        // Without script the field for the address comes when the form does.
        var asked = await call.Form("#vraag").With("Tell", "mail").SubmitAsync("Leg toezegging vast");
        ((int)asked.Status).ShouldBe(400);
        asked.TextOf("#toezegging").ShouldContain("Vul het e-mailadres in. Of kies: niet.");
        var wrong = await asked.Form("#vraag").With("TellAddress", "piet@").SubmitAsync("Leg toezegging vast");
        wrong.TextOf("#toezegging").ShouldContain("Het e-mailadres piet@ klopt niet.");
        await wrong.Form("#vraag").With("TellAddress", "piet@example.org").SubmitAsync("Leg toezegging vast");
        await town.SettledAsync();

        (await PromisesAsync(town))
            .Select(p => (p.TellChannel, p.TellAddress))
            .ShouldBe([("mail", "piet@example.org")]);
        town.Mail.Accepted.ShouldHaveSingleItem().To.ToString().ShouldBe("piet@example.org");
    }

    [Fact]
    public async Task Where_nothing_can_be_sent_nothing_is_asked()
    {
        await using var town = await Town.StartAsync(without: ["Smtp", "Notify"]);
        using var agent = await Given.SignedInAsync(town.App, town.World.Agent);

        (await CallAsync(town, agent)).All("#toezegging input[name=Tell]").ShouldBeEmpty();
    }

    private static async Task<Page> CallAsync(Town town, Browser agent)
    {
        var page = await agent.GetAsync("/werkplek/bel?nummer=06-12345678&via=14099");
        return await Filled(town, page.Form("#vraag")).With("PartyId", town.World.Wil.ToString()).SubmitAsync("Bewaar");
    }

    private static Form Filled(Town town, Form form) =>
        form.With("Topic", "Kwijtschelding belastingen")
            .With("TopicId", town.World.Remission.ToString())
            .With("Note", "Kreeg toch een aanmaning.")
            .With("Outcome", "promised");

    private static Task<List<Promise>> PromisesAsync(Town town) =>
        town.App.InDbAsync(db => db.Set<Promise>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(Ct));
}
