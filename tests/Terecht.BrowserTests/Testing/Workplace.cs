using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Terecht.BrowserTests.Testing;

/// <summary>An agent at the Werkplek, at a wide screen or a narrow one, where one part of it is in sight at a time.</summary>
internal sealed class Workplace(IPage page, int width)
{
    /// <summary>Opens a contact: <c>nummer=…</c> or <c>kanaal=mail</c>.</summary>
    public async Task OpenAsync(string how)
    {
        await page.GotoAsync($"/werkplek/bel?{how}");
        await page.Locator("#vraag").WaitForAsync();
        await page.KeyAsync("Escape");
    }

    /// <summary>To a part of the screen: gesprek, or klant with the answers.</summary>
    public async Task ToAsync(string part)
    {
        if (width < 1000)
        {
            await page.Locator($".t-panetabs a[href='#{part}']").ClickAsync();
        }
        await Expect(page.Locator("#" + part)).ToBeVisibleAsync();
    }

    /// <summary>Who it is about, found by their name.</summary>
    public async Task ChooseByNameAsync(string typed, string name)
    {
        await page.Locator("#InvolvedName").PressSequentiallyAsync(typed);
        await page.Locator("li[role=option]:visible").Filter(new() { HasText = name }).ClickAsync();
        await Expect(page.Locator("#beller h2")).ToContainTextAsync(name);
    }

    /// <summary>Who it is of those on the number.</summary>
    public async Task ChooseOnNumberAsync(string shown, string name)
    {
        await page.GetByLabel(shown).CheckAsync();
        await Expect(page.Locator("#beller h2")).ToContainTextAsync(name);
    }

    public async Task TopicAsync(string typed)
    {
        await page.Locator("#Topic").FillAsync("");
        await page.Locator("#Topic").PressSequentiallyAsync(typed);
        await page.Locator("li[role=option]:visible").First.ClickAsync();
        await page.KeyAsync("Escape");
    }

    /// <summary>Types in the search of answers and numbers.</summary>
    public async Task SearchAsync(string typed)
    {
        await ToAsync("klant");
        await page.Locator("#Search").FillAsync("");
        await page.Locator("#Search").PressSequentiallyAsync(typed);
    }

    /// <summary>The outcome is a promise.</summary>
    public async Task PromiseAsync()
    {
        await ToAsync("gesprek");
        await page.KeyAsync("Escape");
        await page.KeyAsync("t");
        await Expect(page.Locator("#toezegging blockquote")).ToBeVisibleAsync();
    }

    public async Task WrapUpAsync()
    {
        await ToAsync("gesprek");
        await page.KeyAsync("Control+Enter");
        await Expect(page.Locator("#klaar")).ToContainTextAsync("Vastgelegd");
    }
}
