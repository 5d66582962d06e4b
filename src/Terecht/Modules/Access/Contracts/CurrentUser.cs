using System.Security.Claims;

namespace Terecht.Modules.Access.Contracts;

/// <summary>Who is signed in, from the claims of the session cookie.</summary>
internal sealed class CurrentUser(IHttpContextAccessor http)
{
    /// <summary>Claim types of our own session cookie.</summary>
    public const string StaffClaim = "staff";
    public const string RoleClaim = "role";
    public const string NameClaim = "name";
    public const string KeysClaim = "keys";

    private ClaimsPrincipal Principal => http.HttpContext?.User ?? new ClaimsPrincipal();

    public bool SignedIn => Principal.Identity?.IsAuthenticated == true;

    public Guid AccountId => Guid.Parse(Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);

    /// <summary>The staff member behind the account. Every account has one.</summary>
    public Guid StaffId => Guid.Parse(Principal.FindFirstValue(StaffClaim)!);

    public string Name => Principal.FindFirstValue(NameClaim) ?? "";

    public IReadOnlyList<string> Roles => [.. Principal.FindAll(RoleClaim).Select(c => c.Value)];

    /// <summary>Single letters as keys are switched off.</summary>
    public bool KeysOff => Principal.HasClaim(KeysClaim, "off");

    /// <summary>The page where this person begins.</summary>
    public string Home => Contracts.Roles.HomeOf(Roles);

    public bool May(Right right) => Contracts.Roles.RightsOf(Roles).Contains(right);
}
