using Microsoft.AspNetCore.Localization;
using Terecht.Platform.Web.Errors;

namespace Terecht.Platform.Web;

/// <summary>
/// Pages under <c>/en</c> are English, all others Dutch: an address says what language it is in. An error page speaks the
/// language of the address that failed.
/// </summary>
internal sealed class PathCulture : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult<ProviderCultureResult?>(
            new ProviderCultureResult(PublicAddress.IsEnglish(ErrorPages.PathOf(httpContext)) ? "en" : "nl")
        );
}
