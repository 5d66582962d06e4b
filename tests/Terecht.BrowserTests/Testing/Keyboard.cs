using Microsoft.Playwright;

namespace Terecht.BrowserTests.Testing;

/// <summary>Somebody without a mouse: keys only, and every press is counted. What they see they wait for.</summary>
internal sealed class Keyboard(IPage page)
{
    /// <summary>More than this many times Tab is not a way to reach a thing.</summary>
    private const int Far = 60;

    /// <summary>Every key that went down; a chord such as Ctrl Enter is as many as its keys.</summary>
    public int Pressed { get; private set; }

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            Pressed += key.Split('+').Length;
            await page.KeyAsync(key);
        }
    }

    /// <summary>A word in a field: each letter counts.</summary>
    public async Task TypeAsync(string text)
    {
        Pressed += text.Length;
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>The words of a note, which no screen can save anybody.</summary>
    public Task NoteAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Tab, or Shift+Tab, until this has the focus.</summary>
    public async Task TabToAsync(string selector, bool back = false)
    {
        for (var i = 0; i < Far; i++)
        {
            if (await HasFocusAsync(selector))
            {
                return;
            }
            await PressAsync(back ? "Shift+Tab" : "Tab");
        }
        throw new ShouldAssertException($"{page.Url}: {selector} is not within {Far} times Tab.");
    }

    /// <summary>Several people have this number: to their choice, and down to this one.</summary>
    public async Task ChooseCallerAsync(string name)
    {
        var people = (await page.Locator("#beller .t-pick").AllInnerTextsAsync()).ToList();
        var steps = people.FindIndex(p => p.Contains(name, StringComparison.Ordinal)) + 1;
        steps.ShouldBeGreaterThan(0, $"{name} is not one of {string.Join(", ", people)}");
        await PressAsync(["h", .. Enumerable.Repeat("ArrowDown", steps)]);
    }

    private Task<bool> HasFocusAsync(string selector) =>
        page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) === true", selector);
}
