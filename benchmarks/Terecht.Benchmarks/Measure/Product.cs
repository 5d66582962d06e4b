using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Terecht.Benchmarks.Load;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Benchmarks.Measure;

/// <summary>The whole program in this process, with its loops, behind Kestrel on a free port: as in production, but for the clock.</summary>
internal sealed class Product : WebApplicationFactory<Program>
{
    private readonly string _database;
    private readonly Action<ILoggingBuilder>? _logging;
    private readonly IInterceptor[] _interceptors;
    private TimeProvider _clock = new DemoClock(Size.Moment.ToDateTimeOffset(), 1);
    private bool _isQuiet;

    private Product(string database, Action<ILoggingBuilder>? logging, IInterceptor[] interceptors)
    {
        (_database, _logging, _interceptors) = (database, logging, interceptors);
        // Else it looks for a solution on the way up, which a published folder does not have.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_TERECHT", AppContext.BaseDirectory);
    }

    /// <summary>Without loops and without a server: only its handlers, on another clock.</summary>
    public static Product Quiet(string database, TimeProvider clock) =>
        new(database, null, []) { _clock = clock, _isQuiet = true };

    /// <param name="logging">Who else listens to the log.</param>
    /// <param name="interceptors">Who sees what goes to the database.</param>
    public static Product Start(
        string database,
        Action<ILoggingBuilder>? logging = null,
        params IInterceptor[] interceptors
    )
    {
        var product = new Product(database, logging, interceptors);
        product.UseKestrel(0);
        product.StartServer();
        return product;
    }

    public Uri Address =>
        new(
            Services
                .GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
                .Replace("[::]", "127.0.0.1", StringComparison.Ordinal)
        );

    /// <summary>Runs code with services of one scope, as one request would.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Database", _database);
        builder.UseSetting("Demo", "true");
        builder.UseSetting("GuessesPerMinute", "100000");
        builder.ConfigureLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Warning);
            _logging?.Invoke(logging);
        });
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(_clock));
            if (_isQuiet)
            {
                services.RemoveAll<IHostedService>();
            }
            services.ConfigureDbContext<TerechtDb>(o => o.AddInterceptors(_interceptors));
        });
    }
}
