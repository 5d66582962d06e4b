using Microsoft.Playwright;
using Terecht.BrowserTests.Testing;
using Terecht.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Terecht.BrowserTests;

/// <summary>The whole story by keys alone: after the first address nobody clicks, and nothing is filled in but by typing.</summary>
public sealed class WithoutMouse
{
    [Fact]
    public async Task A_promise_is_made_kept_and_followed_by_keys_alone()
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);

        var agent = await Chromium.PersonAsync(app.Address);
        await SignInAsync(agent, world.Agent);
        await TakeCallAsync(agent);
        var (reference, code) = await PromiseAsync(agent);

        var specialist = await Chromium.PersonAsync(app.Address);
        await SignInAsync(specialist, world.Specialist);
        await KeepAsync(specialist);

        await FollowAsync(await Chromium.PersonAsync(app.Address), reference, code);
    }

    private static async Task SignInAsync(IPage page, Person person)
    {
        var keys = new Keyboard(page);
        await page.GotoAsync("/inloggen");
        await keys.TabToAsync("#Email");
        await keys.TypeAsync(person.Email);
        await keys.PressAsync("Tab");
        await keys.TypeAsync(Given.Password);
        await keys.PressAsync("Enter");
        await Expect(page.Locator(".t-bar__me")).ToContainTextAsync(person.Name);
    }

    /// <summary>The number is typed as the caller's telephone shows it; two people have it.</summary>
    private static async Task TakeCallAsync(IPage agent)
    {
        var keys = new Keyboard(agent);
        await keys.TabToAsync("#belnummer");
        await keys.TypeAsync("06-12345678");
        await keys.PressAsync("Enter");
        await Expect(agent.Locator("#beller")).ToContainTextAsync("2 mensen op dit nummer");
        await Expect(agent.Locator("#Note")).ToBeFocusedAsync();
        await keys.NoteAsync("Kreeg toch een aanmaning van 312 euro.");

        await keys.PressAsync("Escape");
        await keys.ChooseCallerAsync("W. Verbeek");
        await Expect(agent.Locator("#beller h2")).ToContainTextAsync("Wil Verbeek");
    }

    private static async Task<(string Reference, string Code)> PromiseAsync(IPage agent)
    {
        var keys = new Keyboard(agent);
        await keys.PressAsync("q");
        await Expect(agent.Locator("#Topic")).ToBeFocusedAsync();
        await keys.TypeAsync("kwijt");
        await Expect(agent.Locator("li[role=option][aria-selected=true]")).ToContainTextAsync("Kwijtschelding");
        await keys.PressAsync("Enter", "Escape", "t");
        await Expect(agent.Locator("#toezegging blockquote"))
            .ToContainTextAsync("uiterlijk dinsdag 4 mei om 17.00 uur");
        await keys.TabToAsync("#Subject");
        await keys.TypeAsync("uw aanmaning");
        await keys.PressAsync("Control+Enter");

        await Expect(agent.Locator("#klaar")).ToContainTextAsync("Vastgelegd");
        var facts = agent.Locator("dl.t-facts dd");
        return (await facts.Nth(0).InnerTextAsync(), await facts.Nth(1).InnerTextAsync());
    }

    private static async Task KeepAsync(IPage specialist)
    {
        var keys = new Keyboard(specialist);
        await Expect(specialist.Locator("#lijst")).ToContainTextAsync("Mevrouw Wil Verbeek");
        await keys.PressAsync("j", "Enter");
        await Expect(specialist.Locator("#verhaal")).ToBeVisibleAsync();
        await keys.PressAsync("i");
        await Expect(specialist.Locator("#verhaal")).ToContainTextAsync("Fatma heeft dit nu");

        await keys.PressAsync("g");
        await Expect(specialist.Locator("#doe input[value=no_answer]")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await Expect(specialist.Locator("#doe input[value=voicemail]")).ToBeCheckedAsync();
        await keys.PressAsync("Control+Enter");
        await Expect(specialist.Locator("#verhaal")).ToContainTextAsync("niet bereikt, voicemail");

        await keys.PressAsync("e");
        await Expect(specialist.Locator("#Form_Note")).ToBeFocusedAsync();
        await keys.NoteAsync("Aanmaning is van tafel, brief volgt.");
        await keys.PressAsync("Control+Enter");
        await Expect(specialist.Locator("#kop")).ToContainTextAsync("Bereikt, op tijd");
    }

    private static async Task FollowAsync(IPage citizen, string reference, string code)
    {
        var keys = new Keyboard(citizen);
        await citizen.GotoAsync("/volg");
        await keys.TabToAsync("#Reference");
        await keys.TypeAsync(reference);
        await keys.TabToAsync("#Code");
        await keys.TypeAsync(code);
        await keys.PressAsync("Enter");
        await Expect(citizen.Locator("main")).ToContainTextAsync("uiterlijk dinsdag 4 mei om 17.00 uur");
        await Expect(citizen.Locator(".t-promised--kept")).ToBeVisibleAsync();
    }
}
