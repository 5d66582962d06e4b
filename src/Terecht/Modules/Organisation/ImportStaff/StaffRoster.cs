using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Organisation.ImportStaff;

/// <summary>The staff, accounts, roles and teams that are there, read once for a whole file.</summary>
internal sealed class StaffRoster
{
    private readonly Dictionary<string, StaffMember> _byNumber;
    private readonly Dictionary<string, StaffMember> _byEmail;
    private readonly Dictionary<string, Team> _teams;
    private readonly ILookup<Guid, TeamMember> _memberships;
    private readonly ILookup<Guid, string> _roles;
    private readonly Dictionary<string, Guid> _accounts;

    private StaffRoster(
        List<StaffMember> staff,
        List<Team> teams,
        List<TeamMember> memberships,
        ILookup<Guid, string> roles,
        IReadOnlyDictionary<string, Guid> accounts
    )
    {
        _byNumber = staff.ToDictionary(s => s.Number, StringComparer.OrdinalIgnoreCase);
        _byEmail = staff
            .DistinctBy(s => s.Email, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(s => s.Email, StringComparer.OrdinalIgnoreCase);
        _teams = teams.ToDictionary(t => t.Code, StringComparer.OrdinalIgnoreCase);
        _memberships = memberships.ToLookup(m => m.StaffId);
        _roles = roles;
        _accounts = new Dictionary<string, Guid>(accounts, StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="emails">The addresses in the file: accounts that are nobody's staff may have them.</param>
    public static async Task<StaffRoster> ReadAsync(
        TerechtDb db,
        IAccounts accounts,
        Guid municipalityId,
        IReadOnlyCollection<string> emails,
        CancellationToken ct
    )
    {
        var staff = await db.Staff.ToListAsync(ct);
        var teams = await db.Teams.AsNoTracking().Where(t => t.MunicipalityId == municipalityId).ToListAsync(ct);
        Guid[] ids = [.. teams.Select(t => t.Id)];
        var memberships = await db.TeamMembers.Where(m => ids.Contains(m.TeamId)).ToListAsync(ct);
        return new StaffRoster(
            staff,
            teams,
            memberships,
            await accounts.RolesOfAsync([.. staff.Select(s => s.AccountId)], ct),
            await accounts.FindAllAsync(emails, ct)
        );
    }

    /// <summary>The person with this number, or who was added by hand with this address and has no number yet.</summary>
    public StaffMember? Find(StaffLine line) =>
        _byNumber.GetValueOrDefault(line.Number)
        ?? (_byEmail.GetValueOrDefault(line.Email) is { } known && IsByHand(known) ? known : null);

    public Team? Team(string code) => _teams.GetValueOrDefault(code);

    public string TeamCodes => string.Join(", ", _teams.Keys.Order(StringComparer.Ordinal));

    /// <summary>Memberships in teams of this municipality; others are not the business of its file.</summary>
    public IEnumerable<TeamMember> Memberships(Guid staffId) => _memberships[staffId];

    public IEnumerable<string> Roles(Guid accountId) => _roles[accountId];

    /// <summary>The address is of another person or account than this one.</summary>
    public bool IsTaken(string email, StaffMember? by) =>
        (_accounts.TryGetValue(email, out var account) && account != by?.AccountId)
        || (_byEmail.TryGetValue(email, out var other) && other != by);

    private static bool IsByHand(StaffMember person) =>
        string.Equals(person.Number, person.Email, StringComparison.OrdinalIgnoreCase);
}
