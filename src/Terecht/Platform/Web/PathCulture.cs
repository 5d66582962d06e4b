using Microsoft.AspNetCore.Localization;

namespace Terecht.Platform.Web;

/// <summary>Pages under <c>/en</c> are English, all others Dutch: an address says what language it is in.</summary>
internal sealed class PathCulture : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult<ProviderCultureResult?>(
            new ProviderCultureResult(
                httpContext.Request.Path.StartsWithSegments("/en", StringComparison.Ordinal) ? "en" : "nl"
            )
        );
}
