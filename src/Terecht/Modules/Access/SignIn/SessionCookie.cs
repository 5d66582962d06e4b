using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Terecht.Modules.Access.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Access.SignIn;

/// <summary>How the session cookie is set, and what is answered to who has none or lacks a right.</summary>
internal static class SessionCookie
{
    public static void Set(CookieAuthenticationOptions o)
    {
        o.Cookie.Name = "terecht";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.ExpireTimeSpan = Session.Length;
        o.SlidingExpiration = true;
        o.TimeProvider = RealClock.Instance;
        o.LoginPath = "/inloggen";
        o.AccessDeniedPath = "/geen-toegang";
        o.Events.OnValidatePrincipal = context =>
            context.HttpContext.RequestServices.GetRequiredService<Session>().CheckAsync(context);
        o.Events.OnRedirectToLogin = context =>
            AnswerAsync(context, StatusCodes.Status401Unauthorized, context.RedirectUri);
        o.Events.OnRedirectToAccessDenied = context =>
            AnswerAsync(context, StatusCodes.Status403Forbidden, NoAccessUrl(context.HttpContext));
    }

    /// <summary>A page that is opened goes on to the page that helps; a script gets the bare status, and keeps what was typed.</summary>
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status, string url)
    {
        if (IsScript(context.Request))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(url);
        }
        return Task.CompletedTask;
    }

    private static bool IsScript(HttpRequest request) =>
        request.Headers.ContainsKey("HX-Request")
        || request.Headers["Sec-Fetch-Mode"].ToString() is not ("" or "navigate");

    /// <summary>The page that says which right was asked for.</summary>
    private static string NoAccessUrl(HttpContext http)
    {
        var needs = http.GetEndpoint()?.Metadata.GetOrderedMetadata<NeedsAttribute>() ?? [];
        var rights = string.Join(',', needs.SelectMany(n => n.AnyOf).Distinct());
        return "/geen-toegang" + QueryString.Create("recht", rights);
    }
}
