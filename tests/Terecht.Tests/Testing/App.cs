using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Terecht.Platform.Data;

namespace Terecht.Tests.Testing;

/// <summary>The whole program in this process, on a clone of the migrated database, with a clock of its own.</summary>
internal sealed class App : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> _settings;
    private readonly Action<IServiceCollection>? _services;

    private App(string database, Dictionary<string, string?> settings, Action<IServiceCollection>? services)
    {
        Database = database;
        _settings = settings;
        _services = services;
    }

    public string Database { get; }
    public TestClock Clock { get; private init; } = new();

    /// <param name="services">What a test adds to the program, such as a reaction of its own.</param>
    public static async Task<App> StartAsync(
        Dictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null
    ) => Started(new App(await Databases.CloneAsync(), settings ?? [], services));

    /// <summary>The same behind a real server on a free port of this machine, for a real browser.</summary>
    public static async Task<App> ServeAsync(Dictionary<string, string?>? settings = null)
    {
        var app = new App(await Databases.CloneAsync(), settings ?? [], null) { IsServed = true };
        app.UseKestrel(0);
        app.StartServer();
        app.ClientOptions.BaseAddress = app.Address;
        return app;
    }

    /// <summary>On a database that somebody else made, and drops.</summary>
    public static App On(string database) => Started(new App(database, [], null) { Shared = true });

    public bool IsServed { get; private init; }

    /// <summary>Where <see cref="ServeAsync"/> listens.</summary>
    public Uri Address =>
        new(
            Services
                .GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!
                .Addresses.First()
                .Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
        );

    /// <summary>A second program on the same database and clock: another node.</summary>
    public App Second() => Started(new App(Database, _settings, _services) { Shared = true, Clock = Clock });

    /// <summary>Started here: the factory starts at the first question, and two at once would start two programs.</summary>
    private static App Started(App app)
    {
        _ = app.Services;
        return app;
    }

    private bool Shared { get; init; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database", Database);
        builder.UseSetting("Demo", "true");
        builder.UseSetting("GuessesPerMinute", "100000");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            _services?.Invoke(services);
        });
    }

    /// <summary>Runs code with services of one scope, as one request would.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task InScopeAsync(Func<IServiceProvider, Task> work) =>
        InScopeAsync(async services =>
        {
            await work(services);
            return true;
        });

    public Task<T> InDbAsync<T>(Func<TerechtDb, Task<T>> work) =>
        InScopeAsync(services => work(services.GetRequiredService<TerechtDb>()));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!Shared)
        {
            await Databases.DropAsync(Database);
        }
        GC.SuppressFinalize(this);
    }
}
