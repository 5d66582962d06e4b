using System.Globalization;
using System.Text.Json;
using Terecht.Modules.Knowledge.Find;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Knowledge.Find;

public sealed class SearchCommandTests
{
    [Fact]
    public async Task Answers_are_listed_in_words()
    {
        await using var app = await TownAsync();
        var (code, output, _) = await RunAsync(app, new Asked("drakenboot", "nl", 10, null, false));
        code.ShouldBe(0);
        output.ShouldContain(" 1. Een drakenboot (boot, versie 1)");
    }

    [Fact]
    public async Task Json_is_a_list_in_the_order_of_the_screen()
    {
        await using var app = await TownAsync();
        var (_, output, _) = await RunAsync(app, new Asked("een", "nl", 10, null, true));
        var list = JsonSerializer.Deserialize<JsonElement>(output);
        list.EnumerateArray().Select(h => h.GetProperty("code").GetString()).ShouldBe(["boot", "zee"]);
        list[0].GetProperty("excerpt").GetString().ShouldBe("Zo is het.");
    }

    [Fact]
    public async Task Nothing_found_is_said()
    {
        await using var app = await TownAsync();
        (await RunAsync(app, new Asked("xyzzy", "nl", 10, null, false))).Output.ShouldContain("Geen antwoord gevonden");
        (await RunAsync(app, new Asked("xyzzy", "nl", 10, null, true))).Output.Trim().ShouldBe("[]");
    }

    [Fact]
    public async Task An_unknown_municipality_is_an_error_that_names_the_known_ones()
    {
        await using var app = await TownAsync();
        var (code, output, error) = await RunAsync(app, new Asked("boot", "nl", 10, "elders", false));
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("maasdrecht");
    }

    private static async Task<App> TownAsync()
    {
        var app = await App.StartAsync();
        var municipality = await Given.MunicipalityAsync(app);
        await Articles.ImportAsync(
            app,
            Articles.Line("boot", "Een drakenboot") + "\n" + Articles.Line("zee", "Een zee")
        );
        await Articles.SearchUntilAsync(app, municipality, "drakenboot", h => h.Count > 0);
        return app;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(App app, Asked asked)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = await app.InScopeAsync(services =>
            SearchCommand.RunAsync(services, asked, output, error, TestContext.Current.CancellationToken)
        );
        return (code, output.ToString(), error.ToString());
    }
}
