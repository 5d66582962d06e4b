using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Modules.Access.Provider;
using Terecht.Modules.Access.SignIn;
using Terecht.Platform.Data;

namespace Terecht.Modules.Access;

internal static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IModelPart, AccessModel>();
        var settings = AccessSettings.Read(configuration);
        services.AddSingleton(settings);
        services.AddScoped<IAccounts, Accounts>();
        services.AddScoped<IDemoPeople, DemoPeople>();
        services.AddScoped<PasswordDoor>();
        services.AddScoped<Session>();
        services.AddScoped<IOwnSettings, OwnSettings>();
        services.AddScoped<ProviderEntry>();
        services.AddScoped<ProviderSignOut>();
        AddIdentity(services);

        AddSchemes(services, settings);
        services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
        services.AddSingleton<IAuthorizationHandler, RightsHandler>();
        return services;
    }

    private static void AddSchemes(IServiceCollection services, AccessSettings settings)
    {
        var schemes = services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(SessionCookie.Set);
        if (settings.Provider is { } provider)
        {
            schemes.AddOpenIdConnect(ProviderScheme.Name, o => ProviderScheme.Set(o, provider));
        }
    }

    /// <summary>Accounts and passwords; the session and the count of wrong tries are our own.</summary>
    private static void AddIdentity(IServiceCollection services)
    {
        services
            .AddIdentityCore<Account>(o =>
            {
                o.User.RequireUniqueEmail = true;
                // Any letter that an e-mail address may have.
                o.User.AllowedUserNameCharacters = "";
                // Length is what helps; rules about signs make people write it down.
                o.Password.RequiredLength = 12;
                o.Password.RequireDigit = false;
                o.Password.RequireLowercase = false;
                o.Password.RequireUppercase = false;
                o.Password.RequireNonAlphanumeric = false;
            })
            .AddUserStore<UserOnlyStore<Account, TerechtDb, Guid>>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
    }
}
