using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Terecht.BrowserTests.Testing;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Contacts.Data;
using Terecht.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Terecht.BrowserTests.Imported;

/// <summary>The whole story on what an import brought: nothing in it was made for this story.</summary>
public sealed class ImportedJourney
{
    private const string Question = "paspoort of identiteitskaart kwijt";

    [Fact]
    public async Task A_promise_about_an_imported_topic_is_made_kept_and_followed_in_two_languages()
    {
        await using var app = await App.ServeAsync();
        var town = await ImportedTown.SetAsync(app);
        var agent = await Chromium.PersonAsync(app.Address);
        await agent.SignInAsync(town.Agent);
        await AnswerAsync(agent);
        var (reference, code) = await PromiseAsync(agent);
        await IsAboutTheImportedAsync(app);

        var specialist = await Chromium.PersonAsync(app.Address);
        await specialist.SignInAsync(town.Specialist);
        await specialist.GotoAsync("/werkvoorraad");
        await specialist.GetByText("Mevrouw De Jong").First.ClickAsync();
        await Expect(specialist.Locator("#verhaal")).ToContainTextAsync(Question);
        var colleague = await Chromium.PersonAsync(app.Address);
        await colleague.SignInAsync(town.Colleague);
        await colleague.GotoAsync(specialist.Url);
        var dutch = await Chromium.PersonAsync(app.Address, script: false);
        await FollowAsync(dutch, "/volg", reference, code, "uiterlijk dinsdag 4 mei om 17.00 uur");
        var english = await Chromium.PersonAsync(app.Address, script: false);
        await FollowAsync(english, "/en/follow", reference, code, "by 17:00 on Tuesday 4 May");

        await KeepAsync(specialist, colleague);
        await dutch.ReloadAsync();
        await Expect(dutch.Locator(".t-promised--kept")).ToContainTextAsync("U wordt uiterlijk dinsdag 4 mei");
        await english.ReloadAsync();
        await Expect(english.Locator(".t-promised--kept")).ToContainTextAsync("Tuesday 4 May");
    }

    private static async Task AnswerAsync(IPage agent)
    {
        await agent.GotoAsync("/werkplek/bel?nummer=0612349876&via=14099");
        await Expect(agent.Locator("#beller")).ToContainTextAsync("dit nummer kennen we niet");
        await agent.FillAsync("#InvolvedName", "Mevrouw De Jong");
        await agent.FillAsync("#Note", "Paspoort is weg, reist vrijdag.");
        await agent.Locator("#Topic").PressSequentiallyAsync("paspo");
        await agent
            .Locator("li[role=option]")
            .Filter(new LocatorFilterOptions { HasText = "Paspoort" })
            .First.ClickAsync();
        await agent.Locator("#Search").PressSequentiallyAsync("paspoort kwijt");
        var answer = agent.Locator(".t-answer").Filter(new LocatorFilterOptions { HasText = Question });
        await answer.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(agent.Locator(".t-used a")).ToContainTextAsync(Question);
        await Expect(agent.Locator("#Note")).ToHaveValueAsync("Paspoort is weg, reist vrijdag.");
    }

    private static async Task<(string Reference, string Code)> PromiseAsync(IPage agent)
    {
        await agent.KeyAsync("t");
        await agent.FillAsync("#Team", "");
        await agent.Locator("#Team").PressSequentiallyAsync("burgerz");
        await agent.Locator("li[role=option]").First.ClickAsync();
        await Expect(agent.Locator("#toezegging blockquote"))
            .ToContainTextAsync("uiterlijk dinsdag 4 mei om 17.00 uur");
        await agent.FillAsync("#Subject", "uw paspoort");
        await agent.KeyAsync("Control+Enter");
        await Expect(agent.Locator("#klaar")).ToBeVisibleAsync();
        var facts = agent.Locator("dl.t-facts dd");
        return (await facts.Nth(0).InnerTextAsync(), await facts.Nth(1).InnerTextAsync());
    }

    private static async Task IsAboutTheImportedAsync(App app)
    {
        var question = await app.InDbAsync(db => db.Set<Question>().SingleAsync());
        question.ArticleVersionId.ShouldNotBeNull();
        var topic = await app.InDbAsync(db => db.Set<Topic>().SingleAsync(t => t.Id == question.TopicId));
        topic.UplUri.ShouldNotBeNull().ShouldStartWith("http://standaarden.overheid.nl/owms/terms/");
    }

    private static async Task FollowAsync(IPage citizen, string address, string reference, string code, string moment)
    {
        await citizen.GotoAsync(address);
        await citizen.FillAsync("input[name=Reference]", reference);
        await citizen.FillAsync("input[name=Code]", code);
        await citizen.Locator("main form button[type=submit]").ClickAsync();
        await Expect(citizen.Locator("main")).ToContainTextAsync(moment);
    }

    /// <summary>The colleague's screen follows by itself.</summary>
    private static async Task KeepAsync(IPage specialist, IPage colleague)
    {
        await specialist.KeyAsync("g");
        await specialist.Locator("#doe").WaitForAsync();
        await specialist.KeyAsync("Control+Enter");
        await Expect(specialist.Locator("#verhaal")).ToContainTextAsync("Gebeld, niet bereikt.");
        await Expect(colleague.Locator("#verhaal")).ToContainTextAsync("Gebeld, niet bereikt.");
        await specialist.KeyAsync("e");
        await specialist.FillAsync("#Form_Note", "Komt morgen langs voor een spoedpaspoort.");
        await specialist.KeyAsync("Control+Enter");
        await Expect(specialist.Locator("#kop")).ToContainTextAsync("Bereikt, op tijd");
        await Expect(colleague.Locator("#kop")).ToContainTextAsync("Bereikt, op tijd");
    }
}
