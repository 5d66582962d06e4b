using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Platform.Text;

namespace Terecht.Modules.Organisation.Contracts;

/// <summary>The organisation as it is now, in memory: teams, staff, calendars, numbers. One read of it is one moment.</summary>
internal interface IOrganisation
{
    ValueTask<OrganisationNow> NowAsync(CancellationToken ct);

    /// <summary>A version of a calendar, also one that holds no more.</summary>
    ValueTask<ServiceCalendar> CalendarVersionAsync(Guid versionId, CancellationToken ct);
}

internal sealed class OrganisationNow(
    IReadOnlyList<MunicipalityCard> municipalities,
    IReadOnlyList<TeamCard> teams,
    IReadOnlyList<StaffCard> staff,
    IReadOnlyList<DialledNumber> numbers
)
{
    private readonly Dictionary<Guid, TeamCard> _teams = teams.ToDictionary(t => t.Id);
    private readonly Dictionary<Guid, StaffCard> _staff = staff.ToDictionary(s => s.Id);

    public IReadOnlyList<MunicipalityCard> Municipalities => municipalities;
    public IReadOnlyList<TeamCard> Teams => teams;
    public IReadOnlyList<StaffCard> Staff => staff;
    public IReadOnlyList<DialledNumber> Numbers => numbers;

    public MunicipalityCard Municipality(Guid id) => municipalities.First(m => m.Id == id);

    public TeamCard Team(Guid id) => _teams[id];

    public TeamCard? FindTeam(Guid? id) => id is { } known ? _teams.GetValueOrDefault(known) : null;

    /// <summary>By what somebody types: with the word team before it, or without; a team may also be called so itself.</summary>
    public TeamCard? TeamNamed(Guid municipalityId, string typed) =>
        teams.FirstOrDefault(t =>
            t.MunicipalityId == municipalityId
            && (
                string.Equals(t.Name, typed.Trim(), StringComparison.OrdinalIgnoreCase)
                || string.Equals($"team {t.Name}", typed.Trim(), StringComparison.OrdinalIgnoreCase)
            )
        );

    public StaffCard? FindStaff(Guid? id) => id is { } known ? _staff.GetValueOrDefault(known) : null;

    /// <summary>Regie of this municipality: it gets what nobody knows where to leave.</summary>
    public TeamCard Regie(Guid municipalityId) => teams.First(t => t.IsRegie && t.MunicipalityId == municipalityId);

    /// <summary>The municipality of a dialled number, in any notation; the first one where the number says nothing.</summary>
    public MunicipalityCard ByDialled(string? number) =>
        ServiceNumber.Parse(number) is { } dialled
        && numbers.FirstOrDefault(n => ServiceNumber.Parse(n.Number) == dialled) is { } known
            ? Municipality(known.MunicipalityId)
            : municipalities[0];

    /// <summary>Everybody who is absent at that instant.</summary>
    public Guid[] AwayAt(NodaTime.Instant at) => [.. staff.Where(s => s.AwayAt(at) is not null).Select(s => s.Id)];

    public IEnumerable<StaffCard> MembersOf(Guid teamId) => staff.Where(s => s.Teams.Contains(teamId));
}
