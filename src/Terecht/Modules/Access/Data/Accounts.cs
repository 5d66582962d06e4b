using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Access.Data;

internal sealed class Accounts(
    TerechtDb db,
    TimeProvider clock,
    EventLog events,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normalizer
) : IAccounts
{
    // The hasher does not look at whose password it is.
    public string Hash(string password) => hasher.HashPassword(new Account(), password);

    public Guid Add(string email, IEnumerable<string> roles, string? passwordHash = null, int? demoRank = null)
    {
        var name = email.Trim();
        string[] held = [.. Roles.Of(roles).Select(r => r.Code)];
        var account = new Account
        {
            Id = clock.NewId(),
            UserName = name,
            NormalizedUserName = normalizer.NormalizeName(name),
            Email = name,
            NormalizedEmail = normalizer.NormalizeEmail(name),
            // Entered by the organisation itself.
            EmailConfirmed = true,
            PasswordHash = passwordHash,
            SecurityStamp = clock.NewId().ToString("N"),
            LockoutEnabled = true,
            DemoRank = demoRank,
        };
        db.Add(account);
        db.AddRange(held.Select(r => new AccountRole { AccountId = account.Id, Role = r }));
        events.Record(new AccountAdded(account.Id, held));
        return account.Id;
    }

    public async Task<Guid?> FindAsync(string email, CancellationToken ct)
    {
        var name = normalizer.NormalizeName(email.Trim());
        var id = await db.Accounts.Where(a => a.NormalizedUserName == name).Select(a => a.Id).SingleOrDefaultAsync(ct);
        return id == Guid.Empty ? null : id;
    }

    public async Task<bool> SetRolesAsync(Guid accountId, IReadOnlyCollection<string> roles, CancellationToken ct)
    {
        var had = await db.AccountRoles.Where(r => r.AccountId == accountId).ToListAsync(ct);
        string[] wanted = [.. Roles.Of(roles).Select(r => r.Code)];
        var lost = had.Where(r => !wanted.Contains(r.Role)).ToList();
        var gained = wanted.Where(w => had.TrueForAll(r => r.Role != w)).ToList();
        if (lost.Count == 0 && gained.Count == 0)
        {
            return false;
        }
        db.RemoveRange(lost);
        db.AddRange(gained.Select(r => new AccountRole { AccountId = accountId, Role = r }));
        events.Record(new RolesChanged(accountId, wanted));
        return true;
    }

    public async Task<IReadOnlyDictionary<string, Guid>> FindAllAsync(
        IReadOnlyCollection<string> emails,
        CancellationToken ct
    )
    {
        string[] names = [.. emails.Select(e => normalizer.NormalizeName(e.Trim()))];
        return await db
            .Accounts.Where(a => names.Contains(a.NormalizedUserName))
            .ToDictionaryAsync(a => a.UserName!, a => a.Id, StringComparer.OrdinalIgnoreCase, ct);
    }

    public async Task<ILookup<Guid, string>> RolesOfAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken ct) =>
        (await db.AccountRoles.AsNoTracking().Where(r => accountIds.Contains(r.AccountId)).ToListAsync(ct)).ToLookup(
            r => r.AccountId,
            r => r.Role
        );

    public async Task MoveAsync(Guid accountId, string email, CancellationToken ct)
    {
        var name = email.Trim();
        var account = await db.Accounts.SingleAsync(a => a.Id == accountId, ct);
        (account.UserName, account.NormalizedUserName) = (name, normalizer.NormalizeName(name));
        (account.Email, account.NormalizedEmail) = (name, normalizer.NormalizeEmail(name));
    }
}
