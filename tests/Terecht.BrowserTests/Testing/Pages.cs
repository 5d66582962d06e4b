using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Terecht.Tests.Testing;

namespace Terecht.BrowserTests.Testing;

/// <summary>What every journey does with a page.</summary>
internal static class Pages
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>The pictures of the README are made where this names a folder.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("TERECHT_PICTURES");

    public static async Task SignInAsync(this IPage page, Person person)
    {
        await page.GotoAsync("/inloggen");
        await page.FillAsync("input[name=Email]", person.Email);
        await page.FillAsync("input[name=Password]", Given.Password);
        await page.PressAsync("input[name=Password]", "Enter");
        await page.WaitForURLAsync(url => !url.Contains("/inloggen", StringComparison.Ordinal));
    }

    /// <summary>Presses a key once the page listens: its scripts run before it says that it is loaded.</summary>
    public static async Task KeyAsync(this IPage page, string key)
    {
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>No violation of WCAG 2.2 AA or best practice, and nothing scrolls sideways.</summary>
    public static async Task IsAccessibleAsync(this IPage page)
    {
        await page.EvaluateAsync(AxeScript.Value);
        var json = await page.EvaluateAsync<string>(
            "async tags => JSON.stringify((await axe.run(document, { runOnly: tags })).violations.map(v => "
                + "({ id: v.id, help: v.help, nodes: v.nodes.map(n => n.target.join(' ') + ' ' + (n.failureSummary ?? '')) })))",
            Tags
        );
        using var violations = JsonDocument.Parse(json);
        violations.RootElement.GetArrayLength().ShouldBe(0, $"{page.Url}: {json}");
        var tooWide = await page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        tooWide.ShouldBeLessThanOrEqualTo(0, $"{page.Url} scrolls sideways");
    }

    /// <summary>As it is at a desk and on a telephone: accessible at both widths.</summary>
    public static async Task LookAsync(this IPage page, string name)
    {
        await page.PictureAsync($"{name}-1440");
        await page.IsAccessibleAsync();
        await page.LookNarrowAsync($"{name}-390");
    }

    public static async Task LookNarrowAsync(this IPage page, string name)
    {
        await page.SetViewportSizeAsync(390, 844);
        await page.PictureAsync(name, whole: true);
        await page.IsAccessibleAsync();
        await page.SetViewportSizeAsync(1440, 900);
    }

    /// <summary>As it is at the width it has.</summary>
    public static async Task LookAsync(this IPage page, string name, int width)
    {
        // Else what sticks to the top lies over whatever happens to be scrolled under it.
        await page.EvaluateAsync("window.scrollTo(0, 0)");
        await page.PictureAsync($"{name}-{width}", whole: width < 1000);
        await page.IsAccessibleAsync();
    }

    public static async Task PictureAsync(this IPage page, string name, bool whole = false)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(
                new PageScreenshotOptions { Path = Path.Combine(Pictures, name + ".png"), FullPage = whole }
            );
        }
    }

    private static readonly Lazy<string> AxeScript = new(() =>
    {
        // Evaluated as text, outside the page's content policy.
        using var stream = typeof(AxeRunOptions).Assembly.GetManifestResourceStream(
            typeof(AxeRunOptions)
                .Assembly.GetManifestResourceNames()
                .Single(n => n.EndsWith("axe.min.js", StringComparison.Ordinal))
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });
}
