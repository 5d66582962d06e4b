using Microsoft.Playwright;
using Terecht.BrowserTests.Testing;
using Terecht.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Terecht.BrowserTests;

/// <summary>The whole story in real Chromium: somebody calls, a promise is made, the team keeps it, the citizen follows it.</summary>
public sealed class CallToKeptPromise
{
    [Fact]
    public async Task Four_people_see_one_promise_made_and_kept()
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var agent = await Chromium.PersonAsync(app.Address);
        await agent.SignInAsync(world.Agent);

        await agent.GotoAsync("/werkplek/bel?nummer=0612345678&via=14099");
        await agent.GetByText("2 mensen op dit nummer").WaitForAsync();
        await agent.GetByLabel("Mw. W. Verbeek, 1951").CheckAsync();
        await agent.FillAsync("#Note", "Kreeg toch een aanmaning van 312 euro. Moet zij betalen?");
        await agent.Locator("#Topic").PressSequentiallyAsync("kwijt");
        await agent.Locator("li[role=option]").First.ClickAsync();
        await agent.KeyAsync("Escape");
        await agent.KeyAsync("t");
        await Expect(agent.Locator("#toezegging blockquote"))
            .ToContainTextAsync("uiterlijk dinsdag 4 mei om 17.00 uur");
        await agent.FillAsync("#Subject", "uw aanmaning");
        await agent.PictureAsync("werkplek-1440");
        await agent.IsAccessibleAsync();
        await agent.KeyAsync("Control+Enter");
        await agent.GetByText("Vastgelegd").First.WaitForAsync();
        await agent.PictureAsync("vastgelegd-1440");
        await agent.IsAccessibleAsync();
        var facts = agent.Locator("dl.t-facts dd");
        var reference = await facts.Nth(0).InnerTextAsync();
        var code = await facts.Nth(1).InnerTextAsync();

        var specialist = await Chromium.PersonAsync(app.Address);
        await specialist.SignInAsync(world.Specialist);
        await specialist.GotoAsync("/werkvoorraad");
        await specialist.GetByText("Mevrouw Wil Verbeek").First.ClickAsync();
        await specialist.PictureAsync("werkvoorraad-1440");
        await specialist.IsAccessibleAsync();
        var colleague = await Chromium.PersonAsync(app.Address);
        await colleague.SignInAsync(world.Colleague);
        await colleague.GotoAsync(specialist.Url);
        await specialist.KeyAsync("i");
        await Expect(specialist.Locator("#verhaal")).ToContainTextAsync("Fatma heeft dit nu");
        await Expect(colleague.Locator("#verhaal")).ToContainTextAsync("Fatma heeft dit nu");

        await specialist.KeyAsync("g");
        await specialist.Locator("#doe").WaitForAsync();
        await specialist.PictureAsync("niet-bereikt-1440");
        await specialist.IsAccessibleAsync();
        await specialist.KeyAsync("Control+Enter");
        await Expect(specialist.Locator("#verhaal")).ToContainTextAsync("Gebeld, niet bereikt.");

        var citizen = await Chromium.PersonAsync(app.Address, script: false);
        await citizen.GotoAsync("/volg");
        await citizen.PictureAsync("volg-1440");
        await citizen.FillAsync("input[name=Reference]", reference);
        await citizen.FillAsync("input[name=Code]", code);
        await citizen.Locator("main form button[type=submit]").ClickAsync();
        await Expect(citizen.Locator("main")).ToContainTextAsync("uiterlijk dinsdag 4 mei om 17.00 uur");
        await citizen.PictureAsync("burger-1440", whole: true);

        await specialist.KeyAsync("e");
        await specialist.FillAsync("#Form_Note", "Aanmaning is van tafel, brief volgt.");
        await specialist.KeyAsync("Control+Enter");
        await Expect(specialist.Locator("#kop")).ToContainTextAsync("Bereikt, op tijd");
        await citizen.ReloadAsync();
        await citizen.PictureAsync("burger-nagekomen-1440", whole: true);
    }
}
