namespace Terecht.Platform.Web.Security;

/// <summary>
/// Headers on every response, set when it starts: whatever cleared it before, as for an error page. Scripts run by nonce
/// alone: no 'self', no strict-dynamic, no inline, no eval; htmx swaps go through its Trusted Types policy (docs/adr/0008).
/// </summary>
internal static class SecurityHeaders
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, string? signInOrigin)
    {
        var formAction = signInOrigin is null ? "'self'" : $"'self' {signInOrigin}";
        return app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    Set(context, formAction);
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
    }

    private static void Set(HttpContext context, string formAction)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{Nonce.Of(context)}'; style-src 'self'; img-src 'self' data:; "
            + $"font-src 'self'; connect-src 'self'; form-action {formAction}; frame-ancestors 'none'; base-uri 'none'; "
            + "manifest-src 'self'; require-trusted-types-for 'script'; trusted-types htmx";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        if (!headers.ContainsKey("Referrer-Policy"))
        {
            // A page whose address is a key says something stricter itself.
            headers["Referrer-Policy"] = "same-origin";
        }
        headers["Permissions-Policy"] =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
        if (headers.CacheControl.Count == 0)
        {
            // Pages hold people's data: not in a shared computer's cache. Assets say themselves how long they keep.
            headers.CacheControl = "no-store";
        }
    }
}
