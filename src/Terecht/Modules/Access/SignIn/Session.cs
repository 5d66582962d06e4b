using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Access.SignIn;

/// <summary>What the session cookie holds, and whether it still holds. The cookie lives on the real clock.</summary>
internal sealed class Session(TerechtDb db, IStaffLookup staff, AccessSettings settings, Actor actor)
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(8);

    private const string Stamp = "stamp";
    private const string CheckedAt = "checked";

    /// <summary>Who this account is now; null when they may not come in: no account, no staff member, or not in employment.</summary>
    public async Task<ClaimsPrincipal?> PrincipalAsync(Account? account, CancellationToken ct)
    {
        if (account is null || await staff.ByAccountAsync(account.Id, ct) is not { MayWork: true } person)
        {
            return null;
        }
        var held = await db.AccountRoles.Where(r => r.AccountId == account.Id).Select(r => r.Role).ToListAsync(ct);
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(CurrentUser.StaffClaim, person.StaffId.ToString()),
            new(CurrentUser.NameClaim, person.Name),
        };
        claims.AddRange(Roles.Of(held).Select(r => new Claim(CurrentUser.RoleClaim, r.Code)));
        if (account.KeysOff)
        {
            claims.Add(new Claim(CurrentUser.KeysClaim, "off"));
        }
        // The id is the identity's name, so that limits and logs go by account and not by a person's name.
        return new ClaimsPrincipal(
            new ClaimsIdentity(claims, "terecht", ClaimTypes.NameIdentifier, CurrentUser.RoleClaim)
        );
    }

    /// <summary>Notes on the cookie as which state of the account it was made, and when.</summary>
    public static void Mark(AuthenticationProperties properties, Account account)
    {
        properties.SetString(Stamp, account.SecurityStamp);
        var now = RealClock.Instance.GetUtcNow().ToUnixTimeSeconds();
        properties.SetString(CheckedAt, now.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Signs in as this account; false when they may not come in.</summary>
    /// <param name="properties">Those of the session that this one follows.</param>
    public async Task<bool> BeginAsync(HttpContext http, Account account, AuthenticationProperties? properties = null)
    {
        if (await PrincipalAsync(account, http.RequestAborted) is not { } principal)
        {
            return false;
        }
        properties ??= new AuthenticationProperties();
        Mark(properties, account);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal, properties);
        return true;
    }

    /// <summary>
    /// Runs for every request with a cookie. Once in a while the account is read again: roles that were taken away are
    /// gone, and who left, or whose account was changed by somebody else, is signed out.
    /// </summary>
    public async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        if (!IsFresh(context.Properties, settings.CheckEvery))
        {
            _ = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id);
            var ct = context.HttpContext.RequestAborted;
            var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
            var same = account?.SecurityStamp == context.Properties.GetString(Stamp);
            if (!same || await PrincipalAsync(account, ct) is not { } principal)
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
                return;
            }
            context.ReplacePrincipal(principal);
            Mark(context.Properties, account!);
            context.ShouldRenew = true;
        }
        if (Guid.TryParse(context.Principal?.FindFirstValue(CurrentUser.StaffClaim), out var staffId))
        {
            actor.IsStaff(staffId);
        }
    }

    private static bool IsFresh(AuthenticationProperties properties, TimeSpan checkEvery) =>
        long.TryParse(properties.GetString(CheckedAt), CultureInfo.InvariantCulture, out var seconds)
        && RealClock.Instance.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < checkEvery;
}
