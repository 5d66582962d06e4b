using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Access.Contracts;

namespace Terecht.Modules.Access.NoAccess;

/// <summary>Says in words which right is missing, who has it, and what somebody can do now.</summary>
[Needs(Right.Own)]
internal sealed class NoAccessModel(CurrentUser current) : PageModel
{
    /// <summary>One of these would have been enough; empty when the page is not known.</summary>
    public IReadOnlyList<Right> Missing { get; private set; } = [];

    public string Home => current.Home;

    public string RolesThatMay => Names(Roles.List.Where(r => r.Rights.Intersect(Missing).Any()), "of");

    public string OwnRoles => Names(Roles.Of(current.Roles), "en") is { Length: > 0 } names ? names : "geen";

    /// <param name="recht">Codes of rights, separated by commas.</param>
    public PageResult OnGet(string? recht)
    {
        Missing =
        [
            .. (recht ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(code => Enum.TryParse<Right>(code, out var right) ? right : Right.Own)
                .Where(right => Enum.IsDefined(right) && right != Right.Own)
                .Distinct(),
        ];
        return new PageResult { StatusCode = StatusCodes.Status403Forbidden };
    }

    private static string Names(IEnumerable<Role> roles, string and)
    {
        var names = roles.Select(r => r.Name).ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} {and} {names[^1]}";
    }
}
