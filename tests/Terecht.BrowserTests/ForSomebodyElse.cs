using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Terecht.BrowserTests.Testing;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Tests.Modules.Promises;
using Terecht.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Terecht.BrowserTests;

/// <summary>
/// A true story. A daughter called for her mother about a writ; the number on the letter was not found, the mother's name brought
/// up another matter that was settled, and she heard "al geregeld".
/// </summary>
public sealed class ForSomebodyElse
{
    private const string Letter = "DB-2027-1183";

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Another_matter_is_not_taken_for_the_one_that_is_asked_about(int width, int height)
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var settled = await SettledAsync(world);
        var agent = await Chromium.PersonAsync(app.Address, width, height);
        await agent.SignInAsync(world.Agent);

        await AskAsync(agent, new Workplace(agent, width), await ReferenceAsync(app, settled), width);
        var promise = await app.InDbAsync(db => db.Set<Promise>().SingleAsync(p => p.EndedAt == null));
        (promise.ToName, promise.ToPartyId).ShouldBe(("Els Verbeek", world.Wil));
        promise.MatterId.ShouldNotBe(settled.Matter);

        var reference = await app.InDbAsync(db => db.Set<Matter>().SingleAsync(m => m.Id == promise.MatterId));
        await AskAgainAsync(agent, new Workplace(agent, width), reference.Reference, promise.Words, width);
        (await app.InDbAsync(db => db.Set<Promise>().CountAsync())).ShouldBe(2);
        (await app.InDbAsync(db => db.Set<Question>().CountAsync(q => q.MatterId == promise.MatterId))).ShouldBe(2);
        var contacts = await app.InDbAsync(db => db.Set<Contact>().Where(c => c.InvolvedFor != "").ToListAsync());
        contacts
            .Select(c => (c.PartyId, c.InvolvedName, c.InvolvedRole))
            .ShouldBe([(world.Wil, "Els Verbeek", "dochter")]);

        var specialist = await Chromium.PersonAsync(app.Address, width, height);
        await specialist.SignInAsync(world.Specialist);
        await ReadAsync(specialist, width);
    }

    private static async Task AskAsync(IPage agent, Workplace desk, string settled, int width)
    {
        await desk.OpenAsync("nummer=06-87654321");
        await Expect(agent.Locator("#beller")).ToContainTextAsync("dit nummer kennen we niet");
        await desk.SearchAsync(Letter);
        await Expect(agent.Locator("#antwoorden")).ToContainTextAsync($"Geen dossier met nummer {Letter}.");
        await Expect(agent.Locator("#antwoorden")).ToContainTextAsync("zoek de klant op naam");
        await agent.LookAsync("nummer-niet-gevonden", width);

        await desk.ToAsync("gesprek");
        await desk.ChooseByNameAsync("wil verb", "Wil Verbeek");
        await agent.GetByText("Belt iemand anders voor deze klant?").ClickAsync();
        await agent.FillAsync("#SpeaksName", "Els Verbeek");
        await agent.FillAsync("#SpeaksAs", "dochter");
        await agent.KeyAsync("Tab");
        await Expect(agent.Locator("#beller")).ToContainTextAsync("Els Verbeek, dochter, belt voor deze klant");
        await agent.LookAsync("belt-voor-een-ander", width);

        await desk.SearchAsync(settled);
        var found = agent.Locator("#gevonden");
        await Expect(found).ToContainTextAsync("Betalingsregeling belastingen");
        await Expect(found).ToContainTextAsync("Van mevrouw Wil Verbeek");
        await Expect(found).ToContainTextAsync("uw betalingsregeling");
        await Expect(found).ToContainTextAsync("Bereikt, vandaag 10.46 uur.");
        await Expect(found).Not.ToContainTextAsync("Nog open");
        await agent.LookAsync("ander-dossier", width);

        await desk.ToAsync("gesprek");
        await desk.TopicAsync("kwijt");
        await desk.PromiseAsync();
        await agent.FillAsync("#Subject", "uw dwangbevel");
        await Expect(agent.Locator("#MatterId")).ToHaveValueAsync("");
        await desk.WrapUpAsync();
        await Expect(agent.Locator("#gesprek"))
            .ToContainTextAsync("Gevraagd door Els Verbeek (dochter), voor mevrouw Wil Verbeek.");
        await agent.LookAsync("vastgelegd-voor-een-ander", width);
    }

    /// <summary>Now with the number of the right matter: it says that this is open, and that there is another about the same.</summary>
    private static async Task AskAgainAsync(IPage agent, Workplace desk, string reference, string words, int width)
    {
        await desk.OpenAsync("kanaal=counter");
        await desk.SearchAsync(Reference.Spoken(reference));
        var found = agent.Locator("#gevonden");
        await Expect(found).ToContainTextAsync("Nog open: uiterlijk di 4 mei 17.00, team Belastingen");
        await Expect(found).ToContainTextAsync("nog 1 ander dossier over dit onderwerp");
        await agent.LookAsync("dossier-gevonden", width);
        await found.GetByText("Hierover gaat het").ClickAsync();
        await desk.ToAsync("gesprek");
        await Expect(agent.Locator("#beller h2")).ToContainTextAsync("Wil Verbeek");
        await Expect(agent.Locator("#MatterId option:checked")).ToContainTextAsync(Reference.Spoken(reference));

        await desk.PromiseAsync();
        await Expect(agent.Locator("#zelfde")).ToContainTextAsync("Dit is al toegezegd: uw dwangbevel");
        await agent.LookAsync("al-toegezegd", width);
        await agent.Locator("#zelfde").GetByText("Vraagt hierover opnieuw").ClickAsync();
        await Expect(agent.Locator("#toezegging blockquote")).ToHaveTextAsync(words);
        await agent.LookAsync("vraagt-opnieuw", width);
        await desk.WrapUpAsync();
    }

    private static async Task ReadAsync(IPage specialist, int width)
    {
        await specialist.GotoAsync("/werkvoorraad");
        var row = specialist.Locator(".t-task").Filter(new() { HasText = "Els Verbeek" });
        await Expect(row).ToContainTextAsync("uw dwangbevel, voor mevrouw Wil Verbeek");
        await Expect(row).ToContainTextAsync("belde 1 keer opnieuw");
        await specialist.LookAsync("lijst-voor-een-ander", width);
        await row.ClickAsync();
        await Expect(specialist.Locator("#kop")).ToContainTextAsync("Vraagt dit als dochter voor mevrouw Wil Verbeek");
        await Expect(specialist.Locator("#verhaal"))
            .ToContainTextAsync("Els Verbeek (dochter) belde voor mevrouw Wil Verbeek.");
        await specialist.LookAsync("toezegging-voor-een-ander", width);
    }

    /// <summary>What her mother had arranged before, about the same topic.</summary>
    private static async Task<Made> SettledAsync(World world)
    {
        var made = await Made.InAsync(world, p => p with { Subject = "uw betalingsregeling" });
        await made.EndAsync(PromiseEnd.Reached);
        await world.App.InDbAsync(db =>
            db.Set<Matter>()
                .Where(m => m.Id == made.Matter)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Name, "Betalingsregeling belastingen"))
        );
        return made;
    }

    private static Task<string> ReferenceAsync(App app, Made made) =>
        app.InDbAsync(db => db.Set<Matter>().Where(m => m.Id == made.Matter).Select(m => m.Reference).SingleAsync());
}
