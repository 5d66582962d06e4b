using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Terecht.BrowserTests.Testing;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Promises.Data;
using Terecht.Tests.Modules.Promises.Export;
using Terecht.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Terecht.BrowserTests;

/// <summary>
/// A true story. The same question by mail, by telephone, by the app and by telephone again: it is one matter, one answer ends all
/// of it, and the figures count it once.
/// </summary>
public sealed class AskedOnEveryChannel
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Four_contacts_are_one_matter_and_one_answer_ends_them(int width, int height)
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var agent = await Chromium.PersonAsync(app.Address, width, height);
        await agent.SignInAsync(world.Agent);
        var desk = new Workplace(agent, width);

        await MailAsync(agent, desk);
        var mail = await app.InDbAsync(db => db.Set<Promise>().SingleAsync());
        app.Clock.Set(2027, 5, 3, 11, 20);
        await CallAsync(agent, desk, mail.MatterId, width);
        var call = await app.InDbAsync(db => db.Set<Promise>().SingleAsync(p => p.Id != mail.Id));
        app.Clock.Set(2027, 5, 3, 14, 10);
        await AppAsync(agent, desk, width);
        await CallAgainAsync(agent, desk, call, width);

        var promises = await app.InDbAsync(db => db.Set<Promise>().OrderBy(p => p.MadeAt).ToListAsync());
        promises
            .Select(p => (p.Id, p.MatterId, p.Repeats))
            .ShouldBe([(mail.Id, mail.MatterId, 1), (call.Id, mail.MatterId, 1)]);
        var matters = await app.InDbAsync(db => db.Set<Question>().Select(q => q.MatterId).ToListAsync());
        matters.ShouldBe(Enumerable.Repeat(mail.MatterId, 4));

        var specialist = await Chromium.PersonAsync(app.Address, width, height);
        await specialist.SignInAsync(world.Specialist);
        await JoinAsync(specialist, width);
        await AnswerAsync(specialist, width);
        await OnceAsync(app, mail.Id, call.Id);
    }

    private static async Task MailAsync(IPage agent, Workplace desk)
    {
        await desk.OpenAsync("kanaal=mail");
        await desk.ChooseByNameAsync("wil verb", "Wil Verbeek");
        await desk.TopicAsync("kwijt");
        await desk.PromiseAsync();
        await agent.Locator("input[name=Kind]:checked").FocusAsync();
        await agent.KeyAsync("ArrowRight");
        await Expect(agent.Locator("input[name=Kind][value=write]")).ToBeCheckedAsync();
        await agent.FillAsync("#Subject", "uw mail over de aanmaning");
        await Expect(agent.Locator("#toezegging blockquote")).ToContainTextAsync("bericht van team Belastingen");
        await desk.WrapUpAsync();
    }

    /// <summary>She wants to be called: the screen says first what is promised already, and a second promise is in the same matter.</summary>
    private static async Task CallAsync(IPage agent, Workplace desk, Guid matter, int width)
    {
        await desk.OpenAsync("nummer=0612345678");
        await desk.ChooseOnNumberAsync("Mw. W. Verbeek, 1951", "Wil Verbeek");
        await desk.TopicAsync("kwijt");
        await desk.PromiseAsync();
        await Expect(agent.Locator("#zelfde")).ToContainTextAsync("Dit is al toegezegd: uw mail over de aanmaning");
        await agent.LookAsync("al-toegezegd-per-mail", width);
        await agent.SelectOptionAsync("#MatterId", matter.ToString());
        await agent.FillAsync("#Subject", "uw aanmaning");
        await agent.KeyAsync("Tab");
        await Expect(agent.Locator("#zelfde")).ToContainTextAsync("Dit is al toegezegd: uw mail over de aanmaning");
        await desk.WrapUpAsync();
    }

    private static async Task AppAsync(IPage agent, Workplace desk, int width)
    {
        await desk.OpenAsync("kanaal=web");
        await desk.ChooseByNameAsync("wil verb", "Wil Verbeek");
        await desk.TopicAsync("kwijt");
        await desk.PromiseAsync();
        await agent.Locator("#zelfde").GetByText("Vraagt hierover opnieuw").ClickAsync();
        await Expect(agent.Locator("#toezegging")).ToContainTextAsync("Er komt geen tweede toezegging.");
        await agent.LookAsync("app-opnieuw", width);
        await desk.WrapUpAsync();
    }

    /// <summary>What the agent reads out is the very sentence that she heard before.</summary>
    private static async Task CallAgainAsync(IPage agent, Workplace desk, Promise call, int width)
    {
        await desk.OpenAsync("nummer=0612345678");
        await desk.ChooseOnNumberAsync("Mw. W. Verbeek, 1951", "Wil Verbeek");
        await desk.ToAsync("klant");
        var known = agent.Locator("#bekend article").Filter(new() { HasText = "Nog open: uw aanmaning" });
        await Expect(known).ToContainTextAsync(call.Words);
        await agent.LookAsync("belt-weer", width);
        await known.GetByText("Belt hierover opnieuw").ClickAsync();
        await desk.ToAsync("gesprek");
        await Expect(agent.Locator("#toezegging")).ToContainTextAsync("Er komt geen tweede toezegging.");
        await Expect(agent.Locator("#toezegging blockquote")).ToHaveTextAsync(call.Words);
        await desk.WrapUpAsync();
    }

    private static async Task JoinAsync(IPage specialist, int width)
    {
        await specialist.GotoAsync("/werkvoorraad");
        var row = specialist.Locator(".t-task").Filter(new() { HasText = "uw aanmaning" });
        await Expect(row).ToContainTextAsync("belde 1 keer opnieuw");
        await row.ClickAsync();
        await Expect(specialist.Locator("#kop")).ToContainTextAsync("Belde 1 keer opnieuw, laatst vandaag 14.10");
        await specialist.Locator("#kop a[href$='doe=meer']").ClickAsync();
        await specialist.Locator("#doe a[href$='doe=samen']").ClickAsync();
        await Expect(specialist.Locator("#doe")).ToContainTextAsync("uw mail over de aanmaning");
        await specialist.LookAsync("voeg-samen", width);
        await specialist.KeyAsync("Control+Enter");
        await Expect(specialist.Locator(".t-toast")).ToContainTextAsync("U voegde twee toezeggingen samen");
        await Expect(specialist.Locator("#kop")).ToContainTextAsync("Hoort nu bij: uw mail over de aanmaning");
        await specialist.LookAsync("samengevoegd", width);
    }

    private static async Task AnswerAsync(IPage specialist, int width)
    {
        await specialist.GotoAsync("/werkvoorraad");
        await Expect(specialist.Locator(".t-task")).ToHaveCountAsync(1);
        await specialist.Locator(".t-task").ClickAsync();
        await specialist.KeyAsync("e");
        await specialist.FillAsync("#Form_Note", "Aanmaning is van tafel.");
        await specialist.KeyAsync("Control+Enter");
        await Expect(specialist.Locator("#kop")).ToContainTextAsync("Geleverd, op tijd");
        await specialist.LookAsync("een-antwoord", width);
    }

    /// <summary>By the export itself, and by the second computation from its events.</summary>
    private static async Task OnceAsync(App app, Guid mail, Guid call)
    {
        (await app.InDbAsync(db => db.Set<Promise>().CountAsync(p => p.EndedAt == null))).ShouldBe(0);
        using var export = await ExportCheck.ExportAsync(app);
        ExportCheck.Check(export, 2);
        var ends = export
            .RootElement.GetProperty("promises")
            .EnumerateArray()
            .ToDictionary(p => p.GetProperty("id").GetGuid(), p => p.GetProperty("end").GetString());
        (ends[mail], ends[call]).ShouldBe(("delivered", "answered_elsewhere"));
        var total = export.RootElement.GetProperty("figures").GetProperty("total");
        (
            total.GetProperty("onTime").GetInt32(),
            total.GetProperty("late").GetInt32(),
            total.GetProperty("byMomentInForce").GetInt32()
        ).ShouldBe((1, 0, 1));
    }
}
