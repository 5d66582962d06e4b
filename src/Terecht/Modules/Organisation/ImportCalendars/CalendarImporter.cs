using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Import;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.ImportCalendars;

/// <summary>
/// Loads service calendars from JSON, one or a list of them. A calendar that differs gets a new version; promises that were
/// made keep the version that gave their moment.
/// </summary>
internal sealed class CalendarImporter(TerechtDb db, TimeProvider clock) : ISettingsImporter
{
    public string What => "calendars";

    public async Task LoadAsync(ImportRun run, Guid municipalityId, CancellationToken ct)
    {
        if (run.File.Form == FileForm.Csv || !run.JsonItems().Any(i => i.Has("weekly")))
        {
            throw new ImportRefused(
                "In dit bestand vinden we geen agenda's. We lezen JSON met code, name, weekly en closures."
            );
        }
        var calendars = await db
            .Calendars.AsNoTracking()
            .Where(c => c.MunicipalityId == municipalityId)
            .ToDictionaryAsync(c => c.Code, StringComparer.OrdinalIgnoreCase, ct);
        Guid[] ids = [.. calendars.Values.Select(c => c.Id)];
        var latest = (await db.CalendarVersions.AsNoTracking().Where(v => ids.Contains(v.CalendarId)).ToListAsync(ct))
            .GroupBy(v => v.CalendarId)
            .ToDictionary(g => g.Key, g => g.MaxBy(v => v.Number)!);
        foreach (var item in run.JsonItems())
        {
            var code = item.OneLine("code");
            var read = CalendarJson.Read(item.Source, Guid.Empty, 1);
            var problem =
                FieldRules.Code("code", code)
                ?? run.Again("code", code, item.Number)
                ?? (read.Calendar is null ? string.Join(' ', read.Errors) : null);
            if (problem is not null)
            {
                run.Reject(item.Number, code, problem);
                continue;
            }
            run.Count(Put(read.Calendar!, code, municipalityId, calendars, latest));
        }
    }

    private RowChange Put(
        ServiceCalendar calendar,
        string code,
        Guid municipalityId,
        Dictionary<string, CalendarRow> calendars,
        Dictionary<Guid, CalendarVersion> latest
    )
    {
        var content = CalendarJson.Write(calendar);
        if (!calendars.TryGetValue(code, out var row))
        {
            row = new CalendarRow
            {
                Id = clock.NewId(),
                MunicipalityId = municipalityId,
                Code = code,
            };
            db.Add(row);
            AddVersion(row.Id, 1, content);
            return RowChange.New;
        }
        var last = latest[row.Id];
        // The database orders the fields its own way: compare what they mean.
        if (
            CalendarJson.Read(last.Content, Guid.Empty, 1).Calendar is { } known
            && CalendarJson.Write(known) == content
        )
        {
            return RowChange.Same;
        }
        AddVersion(row.Id, last.Number + 1, content);
        return RowChange.Changed;
    }

    private void AddVersion(Guid calendarId, int number, string content) =>
        db.Add(
            new CalendarVersion
            {
                Id = clock.NewId(),
                CalendarId = calendarId,
                Number = number,
                Content = content,
                RecordedAt = clock.Now(),
            }
        );
}
