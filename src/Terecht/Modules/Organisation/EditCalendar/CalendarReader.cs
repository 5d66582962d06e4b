using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Organisation.EditCalendar;

/// <summary>Calendars as they are in the database now, also where the memory of this node is a moment behind.</summary>
internal sealed class CalendarReader(TerechtDb db)
{
    public async Task<IReadOnlyList<CalendarCard>> ListAsync(CancellationToken ct)
    {
        var teams = (await db.Teams.AsNoTracking().ToListAsync(ct)).ToLookup(t => t.CalendarId, t => t.Id);
        var last = (
            await db
                .CalendarVersions.AsNoTracking()
                .GroupBy(v => v.CalendarId)
                .Select(g => g.OrderByDescending(v => v.Number).First())
                .ToListAsync(ct)
        ).ToDictionary(v => v.CalendarId, Read);
        var rows = await db.Calendars.AsNoTracking().ToListAsync(ct);
        return
        [
            .. rows.Select(c => new CalendarCard(
                    c.Id,
                    c.MunicipalityId,
                    c.Code,
                    last[c.Id].Name,
                    last[c.Id].Version,
                    [.. teams[c.Id]]
                ))
                .OrderBy(c => c.Name, StringComparer.CurrentCulture),
        ];
    }

    public async Task<CalendarSheet?> FindAsync(Guid municipalityId, string code, CancellationToken ct)
    {
        var row = await db
            .Calendars.AsNoTracking()
            .SingleOrDefaultAsync(c => c.MunicipalityId == municipalityId && c.Code == code, ct);
        if (row is null)
        {
            return null;
        }
        var versions = await db
            .CalendarVersions.AsNoTracking()
            .Where(v => v.CalendarId == row.Id)
            .OrderByDescending(v => v.Number)
            .ToListAsync(ct);
        return new CalendarSheet(
            row.Id,
            row.MunicipalityId,
            row.Code,
            await db.Teams.Where(t => t.CalendarId == row.Id).OrderBy(t => t.Name).Select(t => t.Id).ToListAsync(ct),
            Read(versions[0]),
            [.. versions.Select(v => new CalendarVersionCard(v.Id, v.Number, v.RecordedAt, v.RecordedBy, v.ValidFrom))]
        );
    }

    private static ServiceCalendar Read(CalendarVersion version) =>
        CalendarJson.Read(version.Content, version.Id, version.Number).Calendar
        ?? throw new InvalidOperationException($"Calendar version {version.Id} cannot be read.");
}
