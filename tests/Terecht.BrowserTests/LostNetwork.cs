using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Terecht.BrowserTests.Testing;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Desk.Call;
using Terecht.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Terecht.BrowserTests;

/// <summary>Nothing typed is lost, also while the line is gone.</summary>
public sealed class LostNetwork
{
    private const string Before = "Kreeg toch een aanmaning. ";
    private const string During = "Zij betaalde al op 3 april. ";
    private const string After = "Wil gebeld worden.";

    [Fact]
    public async Task Typing_goes_on_without_network_and_all_is_kept_when_it_is_back()
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var agent = await Chromium.PersonAsync(app.Address);
        await agent.SignInAsync(world.Agent);
        await agent.GotoAsync("/werkplek/bel?nummer=0612345678");
        await Expect(agent.Locator("#Note")).ToBeFocusedAsync();
        await agent.Keyboard.TypeAsync(Before);
        await IsKeptAsync(app, Before);

        await agent.Context.SetOfflineAsync(true);
        await agent.Keyboard.TypeAsync(During);
        var strip = agent.Locator(".t-strip");
        await Expect(strip).ToContainTextAsync("Geen verbinding.");
        await Expect(agent.Locator("#notitie-bewaard")).ToContainTextAsync("Nog niet bewaard");
        await agent.PictureAsync("geen-verbinding-1440");
        await agent.IsAccessibleAsync();
        (await NoteAsync(app)).ShouldBe(Before);
        await agent.Keyboard.TypeAsync(After);
        await Expect(agent.Locator("#Note")).ToHaveValueAsync(Before + During + After);

        await agent.Context.SetOfflineAsync(false);
        await Expect(strip).ToHaveCountAsync(0);
        await IsKeptAsync(app, Before + During + After);
        await Expect(agent.Locator("#notitie-bewaard")).ToContainTextAsync("Bewaard om");
        await agent.ReloadAsync();
        await Expect(agent.Locator("#Note")).ToHaveValueAsync(Before + During + After);
    }

    [Fact]
    public async Task Two_tabs_of_one_contact_show_what_the_other_kept()
    {
        await using var app = await App.ServeAsync();
        var world = await World.StartAsync(app);
        var first = await Chromium.PersonAsync(app.Address);
        await first.SignInAsync(world.Agent);
        await first.GotoAsync("/werkplek/bel?nummer=0612345678");
        await Expect(first.Locator("#Note")).ToBeFocusedAsync();
        await first.Keyboard.TypeAsync(Before);
        await IsKeptAsync(app, Before);

        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(first.Url);
        await Expect(second.Locator("#Note")).ToHaveValueAsync(Before);
        await second.Locator("#Note").FocusAsync();
        await second.KeyAsync("Control+End");
        await second.Keyboard.TypeAsync(During);
        await IsKeptAsync(app, Before + During);
        await first.ReloadAsync();
        await Expect(first.Locator("#Note")).ToHaveValueAsync(Before + During);
    }

    private static Task IsKeptAsync(App app, string note) =>
        Eventually.ThatAsync($"the server has '{note}'", async () => await NoteAsync(app) == note);

    private static async Task<string> NoteAsync(App app) =>
        CallDraft
            .Read(await app.InDbAsync(db => db.Set<Draft>().Select(d => d.Content).SingleAsync()))
            .Questions[0]
            .Note;
}
