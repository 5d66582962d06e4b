using Microsoft.AspNetCore.Mvc.Filters;

namespace Terecht.Platform.Web.Security;

/// <summary>For pages whose address is itself a key: it is not sent to other sites, not kept and not found by search engines.</summary>
internal sealed class SecretAddressAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context) => Protect(context.HttpContext.Response);

    public static void Protect(HttpResponse response)
    {
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        response.Headers.CacheControl = "no-store";
    }
}
