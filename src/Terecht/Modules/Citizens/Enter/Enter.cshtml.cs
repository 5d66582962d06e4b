using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Web;
using Terecht.Platform.Web.Security;

namespace Terecht.Modules.Citizens.Enter;

/// <summary>A citizen gives reference and code, and is sent to the page of the matter.</summary>
[OpenToAll("A citizen proves by reference and code that the matter is theirs.")]
[EnableRateLimiting(Limits.Guessing)]
[SecretAddress]
internal sealed class EnterModel(Door door, Wording say, IOrganisation organisation) : PageModel
{
    private const int MostEchoed = 30;

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Where one installation serves several, no page says whose matter it might be.</summary>
    public MunicipalityCard? Municipality { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await door.OpenAsync(Reference, Code, ct) is { } access)
        {
            Response.Headers.Location = Wording.IsEnglish ? access.PathEn : access.Path;
            return StatusCode(StatusCodes.Status303SeeOther);
        }

        // One sentence for everything that can be wrong. What was typed as code goes; the reference may be right.
        ModelState.Clear();
        ModelState.AddModelError(nameof(Code), say["Enter_wrong"]);
        Code = null;
        Reference = Reference is { Length: > MostEchoed } long_ ? long_[..MostEchoed] : Reference;
        await LoadAsync(ct);
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Municipality = (await organisation.NowAsync(ct)).Municipalities is [var only] ? only : null;
}
