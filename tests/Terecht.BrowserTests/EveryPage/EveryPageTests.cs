using Microsoft.Playwright;
using Terecht.BrowserTests.Testing;
using Terecht.Tests.Architecture;
using Terecht.Tests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Terecht.BrowserTests.EveryPage;

/// <summary>No page breaks a rule of WCAG 2.2 AA or scrolls sideways, on a wide screen and on a phone, for whoever may open it.</summary>
public sealed class EveryPageTests
{
    [Fact]
    public async Task No_page_has_a_violation_or_scrolls_sideways()
    {
        // With a way to write, so that the choice of a confirmation is on the form. Nobody listens there.
        await using var app = await App.ServeAsync(
            new()
            {
                ["PublicUrl"] = "https://terecht.example",
                ["Smtp:Host"] = "127.0.0.1",
                ["Smtp:Port"] = "2",
                ["Smtp:From"] = "niet-antwoorden@maasdrecht.example",
            }
        );
        var examples = Examples.Of(await Stage.SetAsync(app));
        var routes = Doors.Of(app).Where(d => d.IsPage).Select(d => d.Route).Distinct().Order().ToList();
        routes.Count.ShouldBeGreaterThan(15);
        routes
            .Except(examples.Select(e => e.Route))
            .ShouldBeEmpty("These pages have no example yet. Add one to Examples.cs, in the words of this list.");
        examples.Select(e => e.Route).Except(routes).ShouldBeEmpty("These pages are gone. Take their examples away.");

        var wrong = new List<string>();
        foreach (var visits in examples.GroupBy(e => e.By))
        {
            var page = await Chromium.PersonAsync(app.Address);
            if (visits.Key is { } person)
            {
                await page.SignInAsync(person);
            }
            foreach (var example in visits)
            {
                await LookAsync(page, example, wrong);
            }
            await page.Context.CloseAsync();
        }
        wrong.ShouldBeEmpty();
    }

    private static async Task LookAsync(IPage page, Example example, List<string> wrong)
    {
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync(example.Address);
        if (example.Then is { } then)
        {
            await then(page);
        }
        await Expect(page.Locator(example.Holds).First).ToBeVisibleAsync();
        await CheckAsync(page, $"1440 {example}", wrong);

        await page.SetViewportSizeAsync(390, 844);
        await CheckAsync(page, $"390 {example}", wrong);
        // A phone shows one pane at a time.
        foreach (var tab in await page.Locator(".t-panetabs a").AllAsync())
        {
            await tab.ClickAsync();
            await CheckAsync(page, $"390 {example} {await tab.InnerTextAsync()}", wrong);
        }
    }

    private static async Task CheckAsync(IPage page, string what, List<string> wrong)
    {
        try
        {
            await page.IsAccessibleAsync();
        }
        catch (ShouldAssertException e)
        {
            wrong.Add($"{what}: {e.Message}");
        }
    }
}
