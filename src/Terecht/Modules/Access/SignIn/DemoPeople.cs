using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Access.SignIn;

internal sealed class DemoPeople(TerechtDb db, IStaffLookup staff) : IDemoPeople
{
    public async Task<IReadOnlyList<DemoPerson>> ListAsync(CancellationToken ct)
    {
        var accounts = await db
            .Accounts.Where(a => a.DemoRank != null)
            .OrderBy(a => a.DemoRank)
            .Select(a => new { a.Id, a.Email })
            .ToListAsync(ct);
        Guid[] ids = [.. accounts.Select(a => a.Id)];
        var roles = await db.AccountRoles.Where(r => ids.Contains(r.AccountId)).ToListAsync(ct);
        var rolesOf = roles.ToLookup(r => r.AccountId, r => r.Role);
        var people = await staff.ByAccountsAsync(ids, ct);
        return
        [
            .. from account in accounts
            let role = Roles.Of(rolesOf[account.Id]).FirstOrDefault()
            let person = people.GetValueOrDefault(account.Id)
            where role is not null && person is { MayWork: true }
            select new DemoPerson(
                account.Id,
                role.Code,
                person.Name,
                account.Email!,
                role.DoesIn(person.Team),
                role.Home,
                role.HomeName
            ),
        ];
    }
}
