using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Import;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.ImportTeams;

/// <summary>Loads teams and the departments they belong to. A team that the file does not name stays as it is.</summary>
internal sealed class TeamImporter(TerechtDb db, TimeProvider clock) : ISettingsImporter
{
    public const string RegieCode = "regie";

    public string What => "teams";

    public async Task LoadAsync(ImportRun run, Guid municipalityId, CancellationToken ct)
    {
        var teams = await ByCodeAsync(db.Teams.Where(t => t.MunicipalityId == municipalityId), t => t.Code, ct);
        var departments = await ByCodeAsync(
            db.Departments.Where(d => d.MunicipalityId == municipalityId),
            d => d.Name,
            ct
        );
        var calendars = await ByCodeAsync(db.Calendars.Where(c => c.MunicipalityId == municipalityId), c => c.Code, ct);
        if (calendars.Count == 0)
        {
            throw new ImportRefused(
                "Deze gemeente heeft nog geen agenda. Laad die eerst: ./terecht import calendars BESTAND.json"
            );
        }
        foreach (var line in TeamForms.Read(run))
        {
            var calendar = line.Calendar is { } code ? calendars.GetValueOrDefault(code) : Usual(calendars);
            var problem =
                line.Problem()
                ?? run.Again("code", line.Code, line.Number)
                ?? (
                    calendar is null
                        ? $"De kalender '{line.Calendar}' kennen we niet. Dit zijn ze: {string.Join(", ", calendars.Keys.Order(StringComparer.Ordinal))}."
                        : null
                );
            if (problem is not null)
            {
                run.Reject(line.Number, line.Code, problem);
                continue;
            }
            run.Count(
                Put(line, municipalityId, teams, DepartmentOf(line, municipalityId, departments), calendar!, run)
            );
            await run.SaveWhenManyAsync(ct);
        }
    }

    private static Task<Dictionary<string, T>> ByCodeAsync<T>(
        IQueryable<T> rows,
        Func<T, string> code,
        CancellationToken ct
    )
        where T : class => rows.ToDictionaryAsync(code, StringComparer.OrdinalIgnoreCase, ct);

    /// <summary>The calendar of a team that names none.</summary>
    private static CalendarRow Usual(Dictionary<string, CalendarRow> calendars) =>
        calendars.GetValueOrDefault(CalendarRow.UsualCode)
        ?? calendars.Values.MinBy(c => c.Code, StringComparer.Ordinal)!;

    private Department? DepartmentOf(TeamLine line, Guid municipalityId, Dictionary<string, Department> departments)
    {
        if (line.Department is not { } name)
        {
            return null;
        }
        if (!departments.TryGetValue(name, out var department))
        {
            department = new Department
            {
                Id = clock.NewId(),
                MunicipalityId = municipalityId,
                Name = name,
            };
            db.Add(department);
            departments.Add(name, department);
        }
        return department;
    }

    private RowChange Put(
        TeamLine line,
        Guid municipalityId,
        Dictionary<string, Team> teams,
        Department? department,
        CalendarRow calendar,
        ImportRun run
    )
    {
        var english = line.NameEn is { Length: > 0 } given ? given : null;
        if (!teams.TryGetValue(line.Code, out var team))
        {
            team = new Team
            {
                Id = clock.NewId(),
                MunicipalityId = municipalityId,
                DepartmentId = department!.Id,
                CalendarId = calendar.Id,
                Code = line.Code,
                Name = line.Name,
                NameEn = english ?? line.Name,
                Phone = OrNull(line.Phone),
                Email = OrNull(line.Email),
                IsRegie = string.Equals(line.Code, RegieCode, StringComparison.OrdinalIgnoreCase),
            };
            db.Add(team);
            teams.Add(line.Code, team);
            return RowChange.New;
        }
        team.Name = line.Name;
        if (line.NameEn is not null)
        {
            team.NameEn = english ?? line.Name;
        }
        team.DepartmentId = department?.Id ?? team.DepartmentId;
        team.CalendarId = line.Calendar is null ? team.CalendarId : calendar.Id;
        team.Phone = line.Phone is null ? team.Phone : OrNull(line.Phone);
        team.Email = line.Email is null ? team.Email : OrNull(line.Email);
        return run.ChangeOf(team);
    }

    private static string? OrNull(string? text) => text is { Length: > 0 } ? text : null;
}
