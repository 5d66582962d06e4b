using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Import;

namespace Terecht.Modules.Organisation.Contracts.Import;

/// <summary>Runs an importer for a municipality and records <see cref="SettingsChanged"/> with it.</summary>
internal sealed class SettingsImport(
    TerechtDb db,
    ImportEngine engine,
    EventLog events,
    IEnumerable<ISettingsImporter> importers
)
{
    /// <param name="what">Which importer: teams, staff, topics, upl, districts, articles, calendars, numbers.</param>
    /// <param name="municipality">Code of the municipality; may be null where there is one.</param>
    /// <param name="progress">Gets the number of lines so far, after each thousand.</param>
    /// <exception cref="ImportRefused">The file or the municipality cannot be used; nothing was changed.</exception>
    public async Task<ImportReport> RunAsync(
        string what,
        ImportFile file,
        string? municipality,
        bool preview,
        CancellationToken ct,
        Action<int>? progress = null
    )
    {
        var importer = importers.Single(i => i.What == what);
        var id = await MunicipalityAsync(municipality, importer.NamesMunicipality, ct);
        return await engine.RunAsync(
            file,
            (run, token) => importer.LoadAsync(run, id, token),
            rows => events.Record(new SettingsChanged(id, what, rows)),
            preview,
            progress,
            ct
        );
    }

    private async Task<Guid> MunicipalityAsync(string? code, bool anyWillDo, CancellationToken ct)
    {
        var known = await db.Municipalities.AsNoTracking().OrderBy(m => m.Code).ToListAsync(ct);
        var codes = string.Join(", ", known.Select(m => m.Code));
        return (known, code) switch
        {
            ([], _) => throw new ImportRefused(
                "Er is nog geen gemeente. Voeg er eerst een toe: ./terecht import municipality BESTAND.json"
            ),
            ([var only], null) => only.Id,
            ([var first, ..], null) when anyWillDo => first.Id,
            (_, null) => throw new ImportRefused(
                $"Er zijn meer gemeenten. Zeg voor welke dit is, met --municipality en een van deze codes: {codes}."
            ),
            _ => known.Find(m => string.Equals(m.Code, code, StringComparison.OrdinalIgnoreCase))?.Id
                ?? throw new ImportRefused($"De gemeente '{code}' kennen we niet. Dit zijn de codes: {codes}."),
        };
    }
}
