using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Platform.Data;
using Terecht.Platform.Feed;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.Data;

/// <summary>Keeps the organisation in memory: it is small, and every page asks for it.</summary>
internal sealed class OrganisationReader(IServiceScopeFactory scopes, FeedSignal signal, TimeProvider clock)
    : IOrganisation
{
    private readonly Snapshot<OrganisationNow> _snapshot = new(signal, ct => ReadAsync(scopes, clock.Now(), ct));

    public ValueTask<OrganisationNow> NowAsync(CancellationToken ct) => _snapshot.GetAsync(ct);

    // Versions never change, so what was read once holds for ever.
    private readonly ConcurrentDictionary<Guid, ServiceCalendar> _versions = new();

    public async ValueTask<ServiceCalendar> CalendarVersionAsync(Guid versionId, CancellationToken ct)
    {
        if (_versions.TryGetValue(versionId, out var known))
        {
            return known;
        }
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerechtDb>();
        var version = await db.CalendarVersions.AsNoTracking().SingleAsync(v => v.Id == versionId, ct);
        var code = await db.Calendars.Where(c => c.Id == version.CalendarId).Select(c => c.Code).SingleAsync(ct);
        return _versions.GetOrAdd(versionId, Calendar(version, code));
    }

    /// <summary>For who changed it here, and must see that at once.</summary>
    public void Forget() => _snapshot.Forget();

    private static async Task<OrganisationNow> ReadAsync(IServiceScopeFactory scopes, Instant now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerechtDb>();
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Name, ct);
        var versions = await db
            .CalendarVersions.AsNoTracking()
            .GroupBy(v => v.CalendarId)
            .Select(g => g.OrderByDescending(v => v.Number).First())
            .ToListAsync(ct);
        var codes = await db.Calendars.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Code, ct);
        var calendars = versions.ToDictionary(v => v.CalendarId, v => Calendar(v, codes[v.CalendarId]));
        var teams = await db.Teams.AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct);
        var members = await db.TeamMembers.AsNoTracking().ToListAsync(ct);
        var teamsOf = members.ToLookup(m => m.StaffId);
        var absences = (
            await db.Absences.AsNoTracking().Where(a => a.UntilAt == null || a.UntilAt > now).ToListAsync(ct)
        ).ToLookup(a => a.StaffId);
        var staff = await db.Staff.AsNoTracking().OrderBy(s => s.FamilyName).ThenBy(s => s.GivenName).ToListAsync(ct);
        return new OrganisationNow(
            await db
                .Municipalities.AsNoTracking()
                .OrderBy(m => m.Name)
                .Select(m => new MunicipalityCard(
                    m.Id,
                    m.Code,
                    m.Name,
                    m.Phone,
                    m.Address,
                    m.OpeningHours,
                    m.OpeningHoursEn
                ))
                .ToListAsync(ct),
            [.. teams.Select(t => Card(t, departments[t.DepartmentId], calendars[t.CalendarId]))],
            [.. staff.Select(s => Card(s, teamsOf[s.Id], absences[s.Id]))],
            await db
                .DialledNumbers.AsNoTracking()
                .Select(n => new DialledNumber(n.Number, n.MunicipalityId, n.Name))
                .ToListAsync(ct)
        );
    }

    private static ServiceCalendar Calendar(CalendarVersion version, string code) =>
        CalendarJson.Read(version.Content, version.Id, version.Number) is { Calendar: { } calendar }
            ? calendar
            : throw new InvalidOperationException($"Version {version.Number} of calendar {code} cannot be read.");

    private static TeamCard Card(Team team, string department, ServiceCalendar calendar) =>
        new(
            team.Id,
            team.MunicipalityId,
            team.Code,
            team.Name,
            team.NameEn,
            department,
            team.IsRegie,
            calendar.Id,
            calendar
        );

    private static StaffCard Card(
        StaffMember person,
        IEnumerable<TeamMember> memberships,
        IEnumerable<Absence> absences
    )
    {
        var list = memberships.ToList();
        return new StaffCard(
            person.Id,
            person.AccountId,
            person.FullName,
            person.GivenName,
            string.Concat(person.GivenName[..1], person.FamilyName[..1]).ToUpperInvariant(),
            person.StartsOn,
            person.EndsOn,
            list.Select(m => m.TeamId).ToHashSet(),
            list.Where(m => m.Leads).Select(m => m.TeamId).ToHashSet()
        )
        {
            Deputises = list.Where(m => m.Deputises).Select(m => m.TeamId).ToHashSet(),
            Absences =
            [
                .. absences.OrderBy(a => a.FromAt).Select(a => new AbsenceCard(a.Id, a.Why, a.FromAt, a.UntilAt)),
            ],
        };
    }
}
