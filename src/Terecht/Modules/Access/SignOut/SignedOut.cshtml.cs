using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Access.Contracts;

namespace Terecht.Modules.Access.SignOut;

[OpenToAll("Who signed out is nobody any more.")]
internal sealed class SignedOutModel : PageModel;
