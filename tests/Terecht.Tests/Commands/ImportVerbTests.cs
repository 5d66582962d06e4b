using System.Diagnostics;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Commands;

/// <summary>The program as <c>./terecht import</c> starts it: what it prints, and how it ends.</summary>
public sealed class ImportVerbTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("terecht-import-").FullName;
    private string _made = "";
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = _made = await Databases.CloneAsync();

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await Databases.DropAsync(_made);
    }

    [Fact]
    public async Task An_empty_installation_is_filled_by_commands()
    {
        var (code, output, _) = await RunAsync("municipality", Imports.City);
        code.ShouldBe(0);
        output.ShouldContain("1 gelezen: 1 nieuw");

        const string teams = "code;naam;afdeling;kalender\nkcc;Klantcontact;K;standaard\nfout;Fout;K;zomer\n";
        (code, output, _) = await RunAsync("teams", teams, "--preview");
        code.ShouldBe(1);
        output.ShouldBe(
            """
            Voorbeeld van teams uit bestand. Er is niets bewaard.
            2 gelezen: 1 nieuw, 0 gewijzigd, 0 hetzelfde, 1 afgewezen, 0 overgeslagen.

            Afgewezen:
              regel 3 (fout): De kalender 'zomer' kennen we niet. Dit zijn ze: standaard.

            """
        );

        (code, output, _) = await RunAsync("teams", teams, "--municipality", "maasdrecht");
        code.ShouldBe(1);
        output.ShouldStartWith("Import van teams uit bestand.\n2 gelezen: 1 nieuw");
        (code, output, _) = await RunAsync("topics", "code;naam;team\na;Aanleg;kcc\n");
        (code, output).ShouldBe(
            (
                0,
                "Import van onderwerpen uit bestand.\n1 gelezen: 1 nieuw, 0 gewijzigd, 0 hetzelfde, 0 afgewezen, 0 overgeslagen.\n"
            )
        );
    }

    [Fact]
    public async Task What_cannot_be_used_ends_with_one_sentence_and_no_trace()
    {
        var (code, output, error) = await RunAsync("teams", "code;naam\na;A\n");
        (code, output).ShouldBe((2, ""));
        error.ShouldBe("Er is nog geen gemeente. Voeg er eerst een toe: ./terecht import municipality BESTAND.json\n");

        (code, output, error) = await StartAsync("import", "districts", "/nergens/wijken.csv");
        (code, output).ShouldBe((2, ""));
        error.ShouldBe("Het bestand '/nergens/wijken.csv' kunnen we niet lezen. Bestaat het?\n");

        // Port 1: nobody listens there.
        _database = "Host=127.0.0.1;Port=1;Username=a;Database=b";
        (code, output, error) = await RunAsync("municipality", Imports.City);
        (code, output).ShouldBe((2, ""));
        error.ShouldBe("We kunnen de database niet bereiken. Er is niets veranderd.\n");
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(
        string what,
        string text,
        params string[] options
    )
    {
        var file = Path.Combine(_folder, "bestand");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return await StartAsync(["import", what, file, .. options]);
    }

    private async Task<(int Code, string Output, string Error)> StartAsync(params string[] arguments)
    {
        var ct = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Terecht.dll"), .. arguments]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["TERECHT_DATABASE"] = _database;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await output, await error);
    }
}
