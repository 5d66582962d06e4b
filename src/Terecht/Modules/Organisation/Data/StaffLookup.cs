using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.Data;

/// <summary>Tells who stands behind an account, from the rows themselves: who left an hour ago must not come in.</summary>
internal sealed class StaffLookup(TerechtDb db, IOrganisation organisation, TimeProvider clock) : IStaffLookup
{
    public async Task<StaffForSignIn?> ByAccountAsync(Guid accountId, CancellationToken ct) =>
        (await ByAccountsAsync([accountId], ct)).GetValueOrDefault(accountId);

    public async Task<IReadOnlyDictionary<Guid, StaffForSignIn>> ByAccountsAsync(
        IReadOnlyCollection<Guid> accountIds,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        var people = await db.Staff.AsNoTracking().Where(s => accountIds.Contains(s.AccountId)).ToListAsync(ct);
        Guid[] ids = [.. people.Select(p => p.Id)];
        var teams = await db
            .TeamMembers.Where(m => ids.Contains(m.StaffId))
            .Join(db.Teams, m => m.TeamId, t => t.Id, (m, t) => new { m.StaffId, t.Name })
            .ToListAsync(ct);
        return people.ToDictionary(
            p => p.AccountId,
            p => new StaffForSignIn(
                p.Id,
                p.FullName,
                p.StartsOn <= today && (p.EndsOn is not { } last || today <= last),
                teams.Where(t => t.StaffId == p.Id).Select(t => t.Name).Order(StringComparer.Ordinal).FirstOrDefault()
            )
        );
    }

    public async Task<IReadOnlyList<string>> MunicipalitiesAsync(CancellationToken ct) =>
        [.. (await organisation.NowAsync(ct)).Municipalities.Select(m => m.Name)];
}
