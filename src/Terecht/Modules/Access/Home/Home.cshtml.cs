using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Access.Contracts;

namespace Terecht.Modules.Access.Home;

/// <summary>Sends everybody to the page where they begin.</summary>
[Needs(Right.Own)]
internal sealed class HomeModel(CurrentUser current) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(current.Home);
}
