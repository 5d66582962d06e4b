using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Access.Contracts;

namespace Terecht.Modules.Access.Provider;

/// <summary>Sends the browser to the provider. A link and no form: the content policy would stop a form's redirect.</summary>
[OpenToAll("Who is not signed in yet must be able to.")]
internal sealed class StartModel(AccessSettings settings, ILogger<StartModel> log) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        if (settings.Provider is null)
        {
            return NotFound();
        }
        var properties = new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(returnUrl) ? returnUrl : "/" };
        try
        {
            await HttpContext.ChallengeAsync(ProviderScheme.Name, properties);
            return new EmptyResult();
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            // Its addresses could not be read.
            log.LogWarning(e, "The identity provider does not answer");
            return LocalRedirect(Refusals.Url(Refusal.Down));
        }
    }
}
