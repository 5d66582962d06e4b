using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Access.Provider;

/// <summary>
/// Finds whose account the provider's person is: by the provider's own name for them, which never changes; the first time
/// by a verified e-mail address, and then that name is remembered.
/// </summary>
internal sealed class ProviderEntry(
    TerechtDb db,
    IAccounts accounts,
    ILookupNormalizer normalizer,
    AccessSettings settings
)
{
    /// <returns>The account, or why not.</returns>
    public async Task<(Account? Account, Refusal? Refusal)> AdmitAsync(ClaimsPrincipal person, CancellationToken ct)
    {
        var provider = settings.Provider!;
        if (provider.RequireMfa && !HasSecondStep(person, provider))
        {
            return (null, Refusal.NoSecondStep);
        }
        if (
            person.FindFirstValue("sub") is not { Length: > 0 } subject
            || await FindAsync(person, subject, provider, ct) is not { } account
        )
        {
            return (null, Refusal.Unknown);
        }
        account.OidcSubject = subject;
        if (provider.RolesFromClaim)
        {
            await accounts.SetRolesAsync(account.Id, [.. person.FindAll("roles").Select(c => c.Value)], ct);
        }
        await db.SaveChangesAsync(ct);
        return (account, null);
    }

    private async Task<Account?> FindAsync(
        ClaimsPrincipal person,
        string subject,
        ProviderSettings provider,
        CancellationToken ct
    )
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.OidcSubject == subject, ct) is { } known)
        {
            return known;
        }
        var verified =
            provider.TrustEmail || bool.TryParse(person.FindFirstValue("email_verified"), out var said) && said;
        if (!verified || person.FindFirstValue("email") is not { Length: > 0 } email)
        {
            return null;
        }
        // An address that was somebody else's before must not open their account.
        var name = normalizer.NormalizeName(email);
        return await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == name && a.OidcSubject == null, ct);
    }

    private static bool HasSecondStep(ClaimsPrincipal person, ProviderSettings provider) =>
        person.HasClaim("amr", "mfa") || (provider.RequireAcr is { } acr && person.HasClaim("acr", acr));
}
