using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Terecht.BrowserTests.Testing;
using Terecht.Modules.Promises.Data;
using Terecht.Tests.Modules.Promises;
using Terecht.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Terecht.BrowserTests;

/// <summary>The coordinator's morning by keys alone: what asks for an eye, its rows, one act on several, and what nobody has.</summary>
public sealed class RegiesMorning
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Regie_gives_work_on_takes_that_back_and_finds_a_holder(int width, int height)
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var first = await Made.InAsync(world, p => p with { Subject = "uw aanmaning" });
        app.Clock.Set(2027, 5, 3, 10, 50);
        var second = await Made.InAsync(world, p => p with { Subject = "uw bezwaar" });
        await second.TakeAsync(world.Specialist);
        app.Clock.Set(2027, 5, 3, 10, 55);
        var third = await Made.InAsync(world, p => p with { Subject = "uw kwijtschelding" });
        app.Clock.Set(2027, 5, 10, 9, 0);
        var regie = await Chromium.PersonAsync(app.Address, width, height);

        await SignInAsync(regie, world.Coordinator);
        await Expect(Count(regie, "te-laat")).ToHaveTextAsync("3");
        await Expect(Count(regie, "niemand")).ToHaveTextAsync("2");
        await regie.LookAsync("regie", width);
        await WalkAsync(regie);
        await HearAsync(regie, third, world);
        await GiveOnAsync(regie, first, world, width);
        await AssignAsync(regie, first, world, width);
    }

    private static async Task SignInAsync(IPage page, Person person)
    {
        var keys = new Keyboard(page);
        await page.GotoAsync("/regie");
        await keys.TabToAsync("#Email");
        await keys.TypeAsync(person.Email);
        await keys.PressAsync("Tab");
        await keys.TypeAsync(Given.Password);
        await keys.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Regie");
    }

    /// <summary>A count opens its rows; J and K walk them.</summary>
    private static async Task WalkAsync(IPage regie)
    {
        await OpenAsync(regie, "te-laat", "Te laat");
        await Expect(Rows(regie)).ToHaveCountAsync(3);
        var keys = new Keyboard(regie);
        await keys.PressAsync("j", "j", "j", "j");
        await Expect(Rows(regie).Nth(2)).ToBeFocusedAsync();
        await keys.PressAsync("k", "k");
        await Expect(Rows(regie).Nth(0)).ToBeFocusedAsync();
    }

    /// <summary>While somebody works in the list the counts go on, and the list waits.</summary>
    private static async Task HearAsync(IPage regie, Made third, World world)
    {
        await Expect(Count(regie, "retour")).ToHaveTextAsync("0");
        await third.BounceAsync(world.Income);
        await Expect(Count(regie, "retour")).ToHaveTextAsync("1");
        await Expect(Rows(regie).Nth(0)).ToBeFocusedAsync();
        await Expect(regie.Locator("#regie")).Not.ToContainTextAsync("1 keer retour");
    }

    private static async Task GiveOnAsync(IPage regie, Made first, World world, int width)
    {
        var keys = new Keyboard(regie);
        await Expect(Rows(regie).Nth(0)).ToHaveAttributeAsync("href", $"/werkvoorraad/{first.Id}?team=belastingen");
        await keys.TabToAsync($"input[name=Pick][value^='{first.Id}']", back: true);
        await keys.PressAsync("Space");
        await Expect(regie.Locator(".t-bulk__n")).ToContainTextAsync("1 gekozen");
        await keys.TabToAsync("details:has(#Form_ToTeam) > summary");
        await keys.PressAsync("Enter");
        await keys.TabToAsync("#Form_ToTeam");
        await keys.TypeAsync("inko");
        await Expect(regie.Locator("li[role=option][aria-selected=true]")).ToContainTextAsync("Team Inkomen");
        await keys.PressAsync("Enter");
        await regie.LookAsync("regie-gekozen", width);
        await keys.TabToAsync("button[value=team]");
        await keys.PressAsync("Enter");
        await Expect(regie.Locator(".t-toast")).ToContainTextAsync("1 toezegging is van een ander team.");
        (await first.RowAsync()).TeamId.ShouldBe(world.Income);
        await regie.LookAsync("regie-gedaan", width);

        await keys.PressAsync("u");
        await Expect(regie.Locator(".t-toast")).ToContainTextAsync("1 toezegging is teruggezet.");
        (await first.RowAsync()).TeamId.ShouldBe(world.Taxes);
        await regie.LookAsync("regie-teruggezet", width);
    }

    private static async Task AssignAsync(IPage regie, Made first, World world, int width)
    {
        await OpenAsync(regie, "niemand", "Van niemand");
        await Expect(Rows(regie)).ToHaveCountAsync(2);
        await regie.LookAsync("regie-niemand", width);
        var keys = new Keyboard(regie);
        await keys.PressAsync("j", "Enter");
        await Expect(regie.Locator("#kop")).ToContainTextAsync("mevrouw Verbeek");
        await regie.LookAsync("regie-opent", width);

        await keys.TabToAsync("#kop a[href$='doe=meer']");
        await keys.PressAsync("Enter");
        await Expect(regie.Locator("#doe a[href$='doe=wijs-toe']")).ToBeVisibleAsync();
        await keys.TabToAsync("#doe a[href$='doe=wijs-toe']");
        await keys.PressAsync("Enter");
        await Expect(regie.Locator("#Form_ToStaff")).ToBeFocusedAsync();
        await keys.TypeAsync("Ruben");
        await Expect(regie.Locator("#Form_ToStaff")).ToHaveValueAsync(world.Colleague.StaffId.ToString());
        await regie.LookAsync("regie-wijst-toe", width);
        await keys.PressAsync("Control+Enter");
        await Expect(regie.Locator("#verhaal")).ToContainTextAsync("Ruben");
        (await first.RowAsync()).HolderId.ShouldBe(world.Colleague.StaffId);

        await regie.GotoAsync("/regie?lijst=niemand");
        await Expect(Count(regie, "niemand")).ToHaveTextAsync("1");
        await Expect(Rows(regie)).ToHaveCountAsync(1);
        await regie.LookAsync("regie-daarna", width);
    }

    /// <summary>To a count, and through it to its rows.</summary>
    private static async Task OpenAsync(IPage regie, string list, string title)
    {
        var keys = new Keyboard(regie);
        await keys.TabToAsync($"#tellers a[href='/regie?lijst={list}']");
        await keys.PressAsync("Enter");
        await Expect(regie.Locator("#rijen")).ToHaveTextAsync(title);
        await Expect(regie.Locator($"#tellers a[href='/regie?lijst={list}']"))
            .ToHaveAttributeAsync("aria-current", "true");
    }

    private static ILocator Rows(IPage regie) => regie.Locator("#regie [data-list] a");

    private static ILocator Count(IPage regie, string list) =>
        regie.Locator($"#tellers a[href='/regie?lijst={list}']").Locator(".t-tile__n, b");
}
