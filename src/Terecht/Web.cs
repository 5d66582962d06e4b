using Microsoft.AspNetCore.HttpOverrides;
using Terecht.Demo;
using Terecht.Modules.Access;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Catalogue;
using Terecht.Modules.Citizens;
using Terecht.Modules.Contacts;
using Terecht.Modules.Desk;
using Terecht.Modules.Knowledge;
using Terecht.Modules.Organisation;
using Terecht.Modules.People;
using Terecht.Modules.Promises;
using Terecht.Modules.Routing;
using Terecht.Platform;
using Terecht.Platform.Data;
using Terecht.Platform.Feed;
using Terecht.Platform.Web.Live;
using Terecht.Platform.Web.Security;

namespace Terecht;

/// <summary>The web program: a table of contents of what is wired, module by module.</summary>
internal static class Web
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(args);
        Migrate(app);
        await app.RunAsync();
        return 0;
    }

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot(args) }
        );
        builder.WebHost.UseStaticWebAssets();
        // Our own prefix: a stray DATABASE in somebody's environment is not ours.
        builder.Configuration.AddEnvironmentVariables("TERECHT_").AddCommandLine(args);
        var settings = Settings.Read(builder.Configuration);
        if (settings.Urls is { } urls)
        {
            builder.WebHost.UseUrls(urls);
        }
        builder.Host.UseDefaultServiceProvider(o => (o.ValidateScopes, o.ValidateOnBuild) = (true, true));

        builder.Services.AddSingleton(settings);
        builder.AddPlatform(settings);
        builder.Services.AddAccess(builder.Configuration);
        builder.Services.AddOrganisation();
        builder.Services.AddCatalogue();
        builder.Services.AddPeople();
        builder.Services.AddProcedures();
        builder.Services.AddContacts();
        builder.Services.AddPromises();
        builder.Services.AddKnowledge();
        builder.Services.AddDesk();
        builder.Services.AddCitizens();
        builder.Services.AddDemo();

        var app = builder.Build();
        app.UsePlatform(settings);
        app.MapDesk();
        app.MapCitizens();
        app.MapLive().WithMetadata(new NeedsAttribute(Right.Own));
        return app;
    }

    public static void Migrate(WebApplication app)
    {
        var connection = app.Services.GetRequiredService<ConnectionStrings>().Direct;
        Migrations.Run(connection, app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Migrations"));
    }

    /// <summary>The folder of the pages and assets, also when started from another folder or from published output.</summary>
    private static string ContentRoot(string[] args) =>
        args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase))
            ? Directory.GetCurrentDirectory()
            : AppContext.BaseDirectory;
}
