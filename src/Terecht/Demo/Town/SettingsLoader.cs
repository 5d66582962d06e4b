using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Import;

namespace Terecht.Demo.Town;

/// <summary>Loads the organisation, the catalogue and the answers by the importers, as an administrator would.</summary>
internal sealed class SettingsLoader(
    TerechtDb db,
    MunicipalityImport municipalities,
    SettingsImport settings,
    IAccounts accounts
)
{
    private static readonly (string What, string File)[] Files =
    [
        ("calendars", "calendars.json"),
        ("numbers", "numbers.csv"),
        ("teams", "teams.csv"),
        ("staff", "staff.csv"),
        ("districts", "districts.csv"),
        ("topics", "topics.csv"),
        ("articles", "articles-1.jsonl"),
        ("articles", "articles-2.jsonl"),
    ];

    /// <summary>Whom a visitor can be, in the order of the sign-in page: one for each role.</summary>
    private static readonly string[] DemoPeople =
    [
        "joost.vandam",
        "fatma.ozturk",
        "tom.bakker",
        "marjan.kuipers",
        "kees.mol",
        "hanneke.deboer",
        "pieter.hoekstra",
        "anjali.ramdas",
        "judith.polak",
    ];

    /// <summary>The id of the municipality.</summary>
    public async Task<Guid> LoadAsync(CancellationToken ct)
    {
        var file = await ImportFile.ReadAsync(DemoFolder.File("municipality.json"), ct);
        Whole(await municipalities.RunAsync(file, preview: false, ct));
        foreach (var (what, name) in Files)
        {
            file = await ImportFile.ReadAsync(DemoFolder.File(name), ct);
            Whole(await settings.RunAsync(what, file, DemoFolder.Code, preview: false, ct));
        }
        await OpenDoorsAsync(ct);
        return await db.Municipalities.Where(m => m.Code == DemoFolder.Code).Select(m => m.Id).SingleAsync(ct);
    }

    /// <summary>The people of the demo get its password; all others have none.</summary>
    private async Task OpenDoorsAsync(CancellationToken ct)
    {
        var hash = accounts.Hash(IDemoPeople.Password);
        foreach (var (rank, name) in DemoPeople.Index())
        {
            var email = $"{name}@maasdrecht.example";
            var opened = await db
                .Accounts.Where(a => a.Email == email)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(a => a.PasswordHash, hash).SetProperty(a => a.DemoRank, rank + 1),
                    ct
                );
            if (opened != 1)
            {
                throw new InvalidOperationException($"The demo has nobody with the address {email}.");
            }
        }
    }

    /// <summary>Our own files have no wrong lines.</summary>
    private static void Whole(ImportReport report)
    {
        if (report.Rejected is [var first, ..])
        {
            throw new InvalidOperationException(
                $"Line {first.Number} of {report.FileName} was rejected: {first.Why} ({report.Rejected.Count} in all.)"
            );
        }
    }
}
