using System.CommandLine;
using System.Globalization;
using Npgsql;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Platform.Import;

namespace Terecht;

/// <summary>
/// <c>./terecht import WHAT FILE</c>. Ends with 0 when everything was loaded, 1 when lines were rejected (the rest is
/// loaded), 2 when the file could not be used and nothing was changed.
/// </summary>
internal static class ImportVerb
{
    // In the order in which an empty installation is filled.
    private static readonly (string What, string Dutch, string Description)[] Importers =
    [
        ("calendars", "agenda's", "Service calendars: opening hours and closures (JSON)."),
        ("numbers", "nummers", "The numbers that citizens dial (CSV)."),
        ("teams", "teams", "Departments and teams (CSV, or JSON lists of departments)."),
        ("staff", "medewerkers", "Staff with their account, roles and teams (CSV)."),
        ("districts", "wijken", "Districts (CSV, JSON of Statistics Netherlands, GeoJSON)."),
        ("topics", "onderwerpen", "Topics with their team (CSV, category trees as JSON, UPL)."),
        ("upl", "landelijke producten", "Municipal products of the national list (CSV or JSON)."),
        ("articles", "antwoorden", "Approved answers (JSON lines or CSV)."),
    ];

    public static Command Create()
    {
        var import = new Command("import", "Load settings from a file. A second import changes only what changed.")
        {
            Municipality(),
        };
        foreach (var (what, dutch, description) in Importers)
        {
            import.Add(Settings(what, dutch, description));
        }
        return import;
    }

    private static Command Municipality()
    {
        var file = File();
        var preview = Preview();
        var command = new Command(
            MunicipalityImport.What,
            "Municipalities (JSON); a new one gets a calendar, team Regie and a norm."
        )
        {
            file,
            preview,
        };
        command.SetAction(
            (parsed, ct) =>
                RunAsync(
                    "gemeenten",
                    parsed.GetRequiredValue(file),
                    (services, opened) =>
                        services
                            .GetRequiredService<MunicipalityImport>()
                            .RunAsync(opened, parsed.GetValue(preview), ct),
                    ct
                )
        );
        return command;
    }

    private static Command Settings(string what, string dutch, string description)
    {
        var file = File();
        var preview = Preview();
        var municipality = new Option<string?>("--municipality")
        {
            Description = "Code of the municipality; needed where there is more than one.",
            HelpName = "CODE",
        };
        var command = new Command(what, description) { file, preview, municipality };
        command.SetAction(
            (parsed, ct) =>
                RunAsync(
                    dutch,
                    parsed.GetRequiredValue(file),
                    (services, opened) =>
                        services
                            .GetRequiredService<SettingsImport>()
                            .RunAsync(
                                what,
                                opened,
                                parsed.GetValue(municipality),
                                parsed.GetValue(preview),
                                ct,
                                TellProgress
                            ),
                    ct
                )
        );
        return command;
    }

    private static Argument<string> File() => new("file") { Description = "The file to load.", HelpName = "FILE" };

    private static Option<bool> Preview() =>
        new("--preview") { Description = "Show what would happen and every rejected line; keep nothing." };

    private static async Task<int> RunAsync(
        string dutch,
        string path,
        Func<IServiceProvider, ImportFile, Task<ImportReport>> import,
        CancellationToken ct
    )
    {
        try
        {
            var file = await ImportFile.ReadAsync(path, ct);
            await using var app = Web.Build([]);
            if (await WhyNotReadyAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), ct) is { } why)
            {
                await Console.Error.WriteLineAsync(why);
                return 2;
            }
            await using var scope = app.Services.CreateAsyncScope();
            var report = await import(scope.ServiceProvider, file);
            ReportText.Write(report, dutch, Console.Out);
            return report.Rejected.Count == 0 ? 0 : 1;
        }
        catch (ImportRefused refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }

    /// <summary>Before anything asks the database: a sentence, where others would give a trace.</summary>
    private static async Task<string?> WhyNotReadyAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        try
        {
            await using var command = source.CreateCommand(
                "select to_regclass('organisation.municipality') is not null"
            );
            return await command.ExecuteScalarAsync(ct) is true
                ? null
                : "De database heeft nog geen tabellen. Maak ze met: ./terecht migrate";
        }
        catch (NpgsqlException)
        {
            return "We kunnen de database niet bereiken. Er is niets veranderd.";
        }
    }

    private static void TellProgress(int lines)
    {
        if (lines % 5_000 == 0)
        {
            Console.Error.WriteLine($"{lines.ToString("N0", CultureInfo.GetCultureInfo("nl-NL"))} regels …");
        }
    }
}
