using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Organisation.ImportMunicipality;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Import;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.Contracts.Import;

/// <summary>
/// Loads municipalities from JSON, one or a list of them. A new one gets what it cannot do without: the calendar
/// <c>standaard</c>, and Regie, the team for what nobody knows where to leave; and what the modules above it give, such as a
/// norm. Later imports may change all of it.
/// </summary>
internal sealed class MunicipalityImport(
    TerechtDb db,
    ImportEngine engine,
    EventLog events,
    TimeProvider clock,
    IEnumerable<IMunicipalityStart> starts
)
{
    public const string What = "municipality";

    /// <exception cref="ImportRefused">The file cannot be used; nothing was changed.</exception>
    public Task<ImportReport> RunAsync(ImportFile file, bool preview, CancellationToken ct)
    {
        var changed = new List<Guid>();
        return engine.RunAsync(
            file,
            (run, token) => LoadAsync(run, changed, token),
            _ => changed.ForEach(id => events.Record(new SettingsChanged(id, What, 1))),
            preview,
            progress: null,
            ct
        );
    }

    private async Task LoadAsync(ImportRun run, List<Guid> changed, CancellationToken ct)
    {
        if (run.File.Form == FileForm.Csv || !run.JsonItems().Any(i => i.Has("code", "name", "openingHours")))
        {
            throw new ImportRefused(
                "In dit bestand vinden we geen gemeente. We lezen JSON met code, name, phone, address, openingHours en openingHoursEn."
            );
        }
        var known = await db.Municipalities.ToDictionaryAsync(m => m.Code, StringComparer.OrdinalIgnoreCase, ct);
        foreach (var line in run.JsonItems().Select(MunicipalityLine.Of))
        {
            if ((line.Problem() ?? run.Again("code", line.Code, line.Number)) is { } problem)
            {
                run.Reject(line.Number, line.Code, problem);
                continue;
            }
            var isNew = !known.TryGetValue(line.Code, out var municipality);
            municipality ??= FirstRows.Add(db, clock, line);
            line.CopyTo(municipality);
            var change = isNew ? RowChange.New : run.ChangeOf(municipality);
            run.Count(change);
            if (isNew)
            {
                await run.SaveAsync(ct);
                starts.ToList().ForEach(start => start.Begin(municipality.Id));
            }
            if (change != RowChange.Same)
            {
                changed.Add(municipality.Id);
            }
        }
    }
}
