using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Access;

internal static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IModelPart, AccessModel>();
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(o =>
            {
                o.Cookie.Name = "terecht";
                o.LoginPath = "/inloggen";
                o.AccessDeniedPath = "/geen-toegang";
                o.TimeProvider = RealClock.Instance;
            });
        services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
        services.AddSingleton<IAuthorizationHandler, RightsHandler>();
        return services;
    }
}
