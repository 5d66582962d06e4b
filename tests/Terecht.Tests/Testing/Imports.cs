using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Platform.Import;

namespace Terecht.Tests.Testing;

/// <summary>Runs imports in the program under test, as the command line does.</summary>
internal static class Imports
{
    public const string City =
        """{"code":"maasdrecht","name":"Maasdrecht","phone":"14 099","address":"Stadsplein 1","openingHours":"op werkdagen","openingHoursEn":"on working days"}""";

    /// <summary>A program with the municipality Maasdrecht as an import makes it: calendar standaard, team Regie, a norm.</summary>
    public static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        (await MunicipalityAsync(app, City)).New.ShouldBe(1);
        return app;
    }

    public static Task<ImportReport> MunicipalityAsync(App app, string json, bool preview = false) =>
        app.InScopeAsync(services =>
            services
                .GetRequiredService<MunicipalityImport>()
                .RunAsync(ImportFile.Of("gemeente.json", json), preview, TestContext.Current.CancellationToken)
        );

    public static Task<ImportReport> RunAsync(
        App app,
        string what,
        string text,
        bool preview = false,
        string? municipality = null
    ) => RunAsync(app, what, ImportFile.Of("bestand", text), preview, municipality);

    public static Task<ImportReport> RunAsync(
        App app,
        string what,
        ImportFile file,
        bool preview = false,
        string? municipality = null,
        Action<int>? progress = null
    ) =>
        app.InScopeAsync(services =>
            services
                .GetRequiredService<SettingsImport>()
                .RunAsync(what, file, municipality, preview, TestContext.Current.CancellationToken, progress)
        );

    /// <summary>The sentence with which a file is refused as a whole.</summary>
    public static async Task<string> RefusedAsync(App app, string what, string text, string? municipality = null) =>
        (await Should.ThrowAsync<ImportRefused>(() => RunAsync(app, what, text, false, municipality))).Message;

    public static void ShouldHold(this ImportReport report, int added = 0, int changed = 0, int same = 0) =>
        (report.New, report.Changed, report.Same).ShouldBe(
            (added, changed, same),
            string.Join('\n', report.Rejected.Select(r => $"{r.Number} {r.Name}: {r.Why}"))
        );

    /// <summary>The one reason why this line was rejected.</summary>
    public static string WhyNot(this ImportReport report, int line) =>
        report.Rejected.Where(r => r.Number == line).ShouldHaveSingleItem().Why;

    private static readonly string? Outside = Environment.GetEnvironmentVariable("TERECHT_DATA")
        is { Length: > 0 } folder
        ? folder
        : null;

    /// <summary>The outside data is there, so that tests count what is in it.</summary>
    public static bool HasOutside => Outside is not null;

    /// <summary>A file of the outside data where that is there, else our own sample of the same form.</summary>
    public static async Task<ImportFile> OutsideAsync(string path, string sample) =>
        Outside is { } folder
            ? await ImportFile.ReadAsync(Path.Combine(folder, path), TestContext.Current.CancellationToken)
            : ImportFile.Of(Path.GetFileName(path), sample);
}
