using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Web;

namespace Terecht.Modules.Access.SignIn;

/// <remarks>
/// The form's token is checked by hand: who presses twice has a session by the second time, for which the token was not
/// made. That is no forgery, and goes where the first press went.
/// </remarks>
[OpenToAll("Who is not signed in yet must be able to.")]
[EnableRateLimiting(Limits.Guessing)]
[IgnoreAntiforgeryToken(Order = 1001)]
internal sealed class SignInModel(
    AccessSettings settings,
    CurrentUser current,
    PasswordDoor door,
    Session session,
    IStaffLookup staff,
    IDemoPeople demoPeople,
    IAntiforgery antiforgery,
    TerechtDb db
) : PageModel
{
    private const string Wrong =
        "E-mailadres en wachtwoord horen niet bij elkaar. Na 10 keer fout kunt u 10 minuten niet inloggen.";
    private const string Ended = "U kunt met dit account niet meer werken. Vraag uw leidinggevende wat u kunt doen.";

    public AccessSettings Settings => settings;
    public CurrentUser Current => current;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string Welcome { get; private set; } = "";
    public IReadOnlyList<DemoPerson> People { get; private set; } = [];

    public string ProviderUrl => "/inloggen/gemeente" + QueryString.Create("ReturnUrl", LocalReturn());

    public Task OnGetAsync() => FillAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!settings.LocalAccounts)
        {
            return NotFound();
        }
        if (await RefuseForgeryAsync() is { } refused)
        {
            return refused;
        }
        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), "Vul het e-mailadres van uw werk in.");
        }
        if (string.IsNullOrEmpty(Password))
        {
            ModelState.AddModelError(nameof(Password), "Vul uw wachtwoord in.");
        }
        if (ModelState.IsValid)
        {
            var account = await door.OpenAsync(Email!, Password!, HttpContext.RequestAborted);
            if (account is not null && await session.BeginAsync(HttpContext, account))
            {
                return LocalRedirect(LocalReturn());
            }
            ModelState.AddModelError(nameof(Password), account is null ? Wrong : Ended);
        }
        await FillAsync();
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    /// <summary>One press on a person of the demo.</summary>
    public async Task<IActionResult> OnPostDemoAsync(Guid person)
    {
        if (!settings.Demo)
        {
            return NotFound();
        }
        if (await RefuseForgeryAsync() is { } refused)
        {
            return refused;
        }
        var account = await db
            .Accounts.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == person && a.DemoRank != null, HttpContext.RequestAborted);
        return account is not null && await session.BeginAsync(HttpContext, account)
            ? LocalRedirect("/")
            : RedirectToPage();
    }

    private async Task<IActionResult?> RefuseForgeryAsync()
    {
        if (await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return null;
        }
        return current.SignedIn ? LocalRedirect(LocalReturn()) : BadRequest();
    }

    /// <summary>A path of ours, never another site.</summary>
    private string LocalReturn() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/";

    private async Task FillAsync()
    {
        var ct = HttpContext.RequestAborted;
        var municipalities = await staff.MunicipalitiesAsync(ct);
        Welcome = municipalities.Count switch
        {
            0 => "Klantcontact",
            1 => $"Klantcontact van de gemeente {municipalities[0]}",
            _ => $"Klantcontact van {string.Join(", ", municipalities.SkipLast(1))} en {municipalities[^1]}",
        };
        People = settings.Demo ? await demoPeople.ListAsync(ct) : [];
    }
}
