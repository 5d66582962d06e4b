using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Provider;

namespace Terecht.Modules.Access.SignOut;

/// <remarks>The form's token is checked by hand: whose session ended already is signed out, and needs no error page to be told.</remarks>
[OpenToAll("Whose session ended may press the button too.")]
[IgnoreAntiforgeryToken(Order = 1001)]
internal sealed class SignOutModel(CurrentUser current, ProviderSignOut provider, IAntiforgery antiforgery) : PageModel
{
    public CurrentUser Current => current;

    /// <summary>Where the provider ends its own session, after ours has ended.</summary>
    public string? ProviderUrl { get; private set; }

    public IActionResult OnGet() => current.SignedIn ? Page() : RedirectToPage("/Access/SignOut/SignedOut");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!current.SignedIn)
        {
            return RedirectToPage("/Access/SignOut/SignedOut");
        }
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return BadRequest();
        }
        ProviderUrl = await provider.UrlAsync(HttpContext);
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return ProviderUrl is null ? RedirectToPage("/Access/SignOut/SignedOut") : Page();
    }
}
