using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Access.Contracts;

namespace Terecht.Modules.Desk.Keys;

/// <summary>The keyboard on one page.</summary>
[Needs(Right.Own)]
internal sealed class KeysModel(CurrentUser me) : PageModel
{
    public bool Off => me.KeysOff;
}
