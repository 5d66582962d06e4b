using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.EditCalendar;

/// <summary>A change is a new version; two administrators at once never overwrite each other unseen.</summary>
internal sealed class CalendarEditor(
    TerechtDb db,
    TimeProvider clock,
    EventLog events,
    Actor actor,
    CalendarReader reader,
    IOrganisation organisation
) : ICalendars
{
    /// <summary>How far ahead we look for the first day that is different.</summary>
    private const int DaysAhead = 3 * 366;

    public Task<IReadOnlyList<CalendarCard>> ListAsync(CancellationToken ct) => reader.ListAsync(ct);

    public Task<CalendarSheet?> FindAsync(Guid municipalityId, string code, CancellationToken ct) =>
        reader.FindAsync(municipalityId, code, ct);

    public void Forget() => (organisation as OrganisationReader)?.Forget();

    public async Task<CalendarEdited> EditAsync(Contracts.Calendars.EditCalendar edit, CancellationToken ct)
    {
        var sheet = await reader.FindAsync(edit.MunicipalityId, edit.Code, ct);
        if (sheet is null && edit.BasedOn is not null)
        {
            return new CalendarEdited.Wrong("Deze kalender bestaat niet meer.");
        }
        if (sheet is not null && edit.BasedOn is null)
        {
            return new CalendarEdited.Wrong($"Er is al een kalender met de code {edit.Code}. Kies een andere code.");
        }
        if (sheet is not null && sheet.Current.Version != edit.BasedOn)
        {
            return new CalendarEdited.Stale(sheet.Versions[0]);
        }
        var content = CalendarJson.Write(Draft(edit));
        if (CalendarJson.Read(content, Guid.Empty, 1) is { Calendar: null } wrong)
        {
            return new CalendarEdited.Wrong(string.Join(' ', wrong.Errors));
        }
        return sheet is not null && CalendarJson.Write(sheet.Current) == content
            ? new CalendarEdited.Same()
            : Record(edit, sheet, content);
    }

    private CalendarEdited.Done Record(Contracts.Calendars.EditCalendar edit, CalendarSheet? sheet, string content)
    {
        var calendar = sheet?.Id ?? NewCalendar(edit);
        var version = new CalendarVersion
        {
            Id = clock.NewId(),
            CalendarId = calendar,
            Number = (sheet?.Current.Version ?? 0) + 1,
            Content = content,
            RecordedAt = clock.Now(),
            RecordedBy = actor.Kind == "staff" ? actor.Id : null,
            ValidFrom = sheet is null ? clock.Today() : FirstDifference(sheet.Current, Draft(edit)),
        };
        db.Add(version);
        var from = version.ValidFrom.Value;
        events.Record(new CalendarChanged(calendar, edit.MunicipalityId, version.Id, version.Number, from));
        events.Record(new SettingsChanged(edit.MunicipalityId, "calendars", 1));
        return new CalendarEdited.Done(version.Id, version.Number, from);
    }

    private Guid NewCalendar(Contracts.Calendars.EditCalendar edit)
    {
        var row = new CalendarRow
        {
            Id = clock.NewId(),
            MunicipalityId = edit.MunicipalityId,
            Code = edit.Code,
        };
        db.Add(row);
        return row.Id;
    }

    /// <summary>Today when no day ahead is different: then it is about the name or the past.</summary>
    private LocalDate FirstDifference(ServiceCalendar before, ServiceCalendar after)
    {
        var today = clock.Today();
        var days = Enumerable.Range(0, DaysAhead).Select(today.PlusDays);
        var different = days.Where(d => !before.OpenBlocks(d).SequenceEqual(after.OpenBlocks(d)));
        return different.Append(today).First();
    }

    private static ServiceCalendar Draft(Contracts.Calendars.EditCalendar edit) =>
        new()
        {
            Id = Guid.Empty,
            Version = 0,
            Code = edit.Code,
            Name = edit.Name,
            Hours = edit.Hours,
            Closures = edit.Closures,
        };
}
