using System.Text.Json.Serialization;
using Microsoft.AspNetCore.HttpOverrides;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Feed;
using Terecht.Platform.Import;
using Terecht.Platform.Loops;
using Terecht.Platform.Messages;
using Terecht.Platform.Outbox;
using Terecht.Platform.Telemetry;
using Terecht.Platform.Time;
using Terecht.Platform.Web;
using Terecht.Platform.Web.Errors;
using Terecht.Platform.Web.Forms;
using Terecht.Platform.Web.Live;
using Terecht.Platform.Web.Security;

namespace Terecht.Platform;

/// <summary>What every module stands on, and the order in which a request passes.</summary>
internal static class PlatformSetup
{
    public static void AddPlatform(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddSingleton(DemoClock.From(settings.Clock));
        services.AddData(settings.Database);
        services.AddScoped<Actor>();
        services.AddScoped<EventLog>();
        services.AddScoped<RequestKeys>();
        services.AddScoped<ImportEngine>();
        services.AddSingleton<Reactions>();
        services.AddScoped<OutboxRetry>();
        services.AddSingleton<LoopStates>();
        services.AddSingleton<FeedReader>();
        services.AddSingleton<FeedSignal>();
        services.AddLoop<Sequencer>();
        services.AddLoop<FeedListener>();
        services.AddLoop<OutboxLoop>();
        services.AddMessages(builder.Configuration);
        services.AddLive();
        services.AddLimits();
        services.AddHealth();
        builder.AddTelemetry();

        services.AddLocalization();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "terecht-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.HeaderName = "X-Form-Token";
        });
        services.AddRazorPages(o => o.RootDirectory = "/Modules");
        services.ConfigureHttpJsonOptions(o =>
            o.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
        );
        // Input that cannot be read is answered with 400, in development too, and is no fault of ours in the log.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        services.Configure<ForwardedHeadersOptions>(o =>
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
        );
    }

    public static void UsePlatform(this WebApplication app, Settings settings)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders(SignInOrigin(app.Configuration));
        app.UseErrorPages();
        app.UseRequestLocalization(o =>
        {
            // Dates and numbers are Dutch unless a page is English; the page says so itself.
            o.SetDefaultCulture("nl");
            o.AddSupportedCultures("nl", "en");
            o.AddSupportedUICultures("nl", "en");
            o.RequestCultureProviders = [new PathCulture()];
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseNotFound();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapHealth();
    }

    private static string? SignInOrigin(IConfiguration configuration) =>
        configuration["Oidc:Authority"] is { Length: > 0 } authority
            ? new Uri(authority).GetLeftPart(UriPartial.Authority)
            : null;
}
