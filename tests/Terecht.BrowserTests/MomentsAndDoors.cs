using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Terecht.BrowserTests.Testing;
using Terecht.Modules.Promises.Data;
using Terecht.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Terecht.BrowserTests;

/// <summary>
/// Two true stories by keys alone. A disabled brother's parking place: called back twice, and then "a day before the works".
/// And "you may call me back", which is kept until its last day.
/// </summary>
public sealed class MomentsAndDoors
{
    private const string Works = "de werkzaamheden in de Hofstraat beginnen";

    [Fact]
    public async Task Three_promises_and_one_waits_for_works_that_get_a_date_for_everybody()
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var agent = await Chromium.PersonAsync(app.Address);
        await agent.SignInAsync(world.Agent);

        foreach (var subject in new[] { "de parkeerplaats van uw broer", "de tijdelijke parkeerplaats" })
        {
            await CallAsync(agent);
            await new Keyboard(agent).TabToAsync("#Subject");
            await agent.Keyboard.TypeAsync(subject);
            await WrapUpAsync(agent);
        }
        await CallAsync(agent);
        await BeforeTheWorksAsync(agent, first: true);
        await WrapUpAsync(agent);
        await CallAsync(agent);
        await BeforeTheWorksAsync(agent, first: false);
        await WrapUpAsync(agent);
        (await app.InDbAsync(db => db.Set<Promise>().CountAsync(p => p.Due == null))).ShouldBe(2);

        var specialist = await Chromium.PersonAsync(app.Address);
        await specialist.SignInAsync(world.Specialist);
        await GiveDateAsync(specialist);

        (await app.InDbAsync(db => db.Set<Promise>().CountAsync(p => p.Due == null))).ShouldBe(0);
        await specialist.LookNarrowAsync("gebeurtenis-390");
    }

    [Fact]
    public async Task Who_may_be_called_back_is_shown_at_the_next_call_and_the_caller_is_put_through()
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var agent = await Chromium.PersonAsync(app.Address);
        await agent.SignInAsync(world.Agent);
        var keys = new Keyboard(agent);

        await CallAsync(agent);
        await ChooseAsync(agent, "Kind", "open_door", 3);
        await Expect(agent.Locator("#toezegging blockquote"))
            .ToContainTextAsync("U mag team Belastingen zelf terugbellen");
        await keys.TabToAsync("#DoorStaff");
        await keys.TypeAsync("Fatma");
        await keys.PressAsync("Tab");
        await Expect(agent.Locator("#toezegging blockquote"))
            .ToContainTextAsync("U mag Fatma Öztürk van team Belastingen zelf terugbellen, tot en met maandag 17 mei.");
        await agent.LookAsync("deur");
        await WrapUpAsync(agent);

        app.Clock.Set(2027, 5, 17, 11, 0);
        await CallAsync(agent, promise: false);
        await Expect(agent.Locator("#bekend"))
            .ToContainTextAsync("Mag zelf terugbellen: Fatma van team Belastingen, tot en met maandag 17 mei");
        await Expect(agent.Locator("#bekend")).ToContainTextAsync("Fatma is er nu.");
        await keys.PressAsync("Escape", "d");
        await Expect(agent.Locator("#deur"))
            .ToContainTextAsync("Deze beller mag Fatma van team Belastingen zelf bellen");
        await agent.LookAsync("deur-volgend-gesprek");
        await keys.TabToAsync("#deur button");
        await keys.PressAsync("Enter");
        await Expect(agent.Locator("#Detail"))
            .ToHaveValueAsync("Fatma Öztürk van team Belastingen (mag zelf terugbellen)");
        await WrapUpAsync(agent);
    }

    /// <summary>The same number; who it is, what it is about, and a promise.</summary>
    private static async Task CallAsync(IPage agent, bool promise = true)
    {
        var keys = new Keyboard(agent);
        await agent.GotoAsync("/werkplek/bel?nummer=0612345678&via=14099");
        await Expect(agent.Locator("#beller")).ToContainTextAsync("2 mensen op dit nummer");
        await keys.PressAsync("Escape");
        await keys.ChooseCallerAsync("W. Verbeek");
        await Expect(agent.Locator("#beller h2")).ToContainTextAsync("Wil Verbeek");
        await keys.PressAsync("q");
        await Expect(agent.Locator("#Topic")).ToBeFocusedAsync();
        await keys.TypeAsync("kwijt");
        await Expect(agent.Locator("li[role=option][aria-selected=true]")).ToContainTextAsync("Kwijtschelding");
        await keys.PressAsync("Enter", "Escape");
        if (promise)
        {
            await keys.PressAsync("t");
            await Expect(agent.Locator("#toezegging blockquote")).ToContainTextAsync("team Belastingen");
        }
    }

    private static async Task BeforeTheWorksAsync(IPage agent, bool first)
    {
        var keys = new Keyboard(agent);
        await ChooseAsync(agent, "How", "happening", 2);
        await Expect(agent.Locator("#toezegging")).ToContainTextAsync(first ? "Schrijf op waar" : "Kies waar");
        if (first)
        {
            await keys.TabToAsync("#HappeningName");
            await keys.TypeAsync(Works);
            await keys.TabToAsync("#LookOn");
            await agent.FillAsync("#LookOn", "2027-05-10");
        }
        else
        {
            await keys.TabToAsync("#Happening");
            await keys.TypeAsync("voordat");
        }
        await keys.PressAsync("Tab");
        await Expect(agent.Locator("#toezegging blockquote"))
            .ToContainTextAsync($"een dag voordat {Works}. De datum is nog niet bekend.");
        if (first)
        {
            await agent.LookAsync("hangt-af");
        }
    }

    private static async Task GiveDateAsync(IPage specialist)
    {
        var keys = new Keyboard(specialist);
        await specialist.GotoAsync("/gebeurtenissen");
        await Expect(specialist.Locator("main")).ToContainTextAsync("2 toezeggingen");
        await specialist.LookAsync("gebeurtenissen");
        await keys.PressAsync("j", "Enter");
        await specialist.Locator("#geef").WaitForAsync();
        await keys.TabToAsync("#datum");
        await specialist.FillAsync("#datum", "2027-05-18");
        await keys.PressAsync("Enter");
        await Expect(specialist.Locator("#doe")).ToContainTextAsync("2 toezeggingen krijgen ma 17 mei 17.00 uur");
        await specialist.LookAsync("gebeurtenis");
        await keys.PressAsync("Control+Enter");
        await Expect(specialist.Locator("main")).ToContainTextAsync("2 toezeggingen kregen hun moment.");
    }

    /// <summary>To the chosen one of a group, and so many to the right.</summary>
    private static async Task ChooseAsync(IPage page, string name, string value, int steps)
    {
        var keys = new Keyboard(page);
        await keys.TabToAsync($"input[name={name}]");
        await keys.PressAsync([.. Enumerable.Repeat("ArrowRight", steps)]);
        await Expect(page.Locator($"input[name={name}][value={value}]")).ToBeCheckedAsync();
    }

    private static async Task WrapUpAsync(IPage agent)
    {
        await agent.KeyAsync("Control+Enter");
        await Expect(agent.Locator("#klaar")).ToContainTextAsync("Vastgelegd");
    }
}
