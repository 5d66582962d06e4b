using Microsoft.Playwright;

namespace Terecht.BrowserTests.Testing;

/// <summary>One real Chromium for the whole run; each person gets a context of their own.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Running = new(LaunchAsync);

    /// <summary>A fresh person at a screen of this size.</summary>
    public static async Task<IPage> PersonAsync(Uri address, int width = 1440, int height = 900, bool script = true)
    {
        var context = await (await Running.Value).NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = height },
                JavaScriptEnabled = script,
                Locale = "nl-NL",
                TimezoneId = "Europe/Amsterdam",
            }
        );
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Environment.GetEnvironmentVariable("TERECHT_CHROMIUM") ?? "/usr/bin/chromium",
                Args =
                [
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }
}
