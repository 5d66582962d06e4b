using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Citizens.Links;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Web.Security;

namespace Terecht.Modules.Citizens.Status;

/// <summary>What a citizen sees of a matter: asked, promised, done, and what comes next.</summary>
[OpenToAll("The address holds a token that nobody can guess.")]
[SecretAddress]
internal sealed class StatusModel(LinkReader links, MatterReader reader, StatusWriter writer) : PageModel
{
    public StatusPage Shown { get; private set; } = null!;

    public MunicipalityCard Municipality { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? token, CancellationToken ct)
    {
        if (await links.FindAsync(token, ct) is not { } matter)
        {
            return NotFound();
        }
        var facts = await reader.ReadAsync(matter, ct);
        Shown = writer.Write(facts);
        Municipality = facts.Municipality;
        return Page();
    }
}
