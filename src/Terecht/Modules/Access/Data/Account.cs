using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Modules.Access.Data;

/// <summary>Somebody who may sign in: by the city's identity provider, or by a local password (demo, break-glass).</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public string? OidcSubject { get; set; }

    /// <summary>Single letters as keys are switched off (WCAG 2.1.4).</summary>
    public bool KeysOff { get; set; }

    /// <summary>The place on the sign-in page of a demo; null for who is not shown there.</summary>
    public int? DemoRank { get; set; }
}

internal sealed class AccountRole
{
    public required Guid AccountId { get; init; }
    public required string Role { get; init; }
}

internal static class AccessTables
{
    extension(TerechtDb db)
    {
        internal DbSet<Account> Accounts => db.Set<Account>();
        internal DbSet<AccountRole> AccountRoles => db.Set<AccountRole>();
    }
}
