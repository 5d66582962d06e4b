using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Terecht.Platform.Data;

internal static class DataSetup
{
    /// <summary>The context, the data source and the keys of the program, all on the one database.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton<IModelPart, PlatformModel>();
        services.AddSingleton(new ConnectionStrings(connectionString));
        services.AddSingleton(sp =>
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString)
            {
                // Planning alone is 1.7 ms of the work list: prepare what comes back (docs/performance.md).
                MaxAutoPrepare = 200,
                AutoPrepareMinUsages = 2,
                // Else each borrowing of a connection begins with seven statements that put back what nobody changed. What
                // lives in a session (listening, the sequencer's lock) has a connection of its own.
                NoResetOnClose = true,
                ApplicationName = "terecht",
            };
            var source = new NpgsqlDataSourceBuilder(settings.ConnectionString);
            source.UseNodaTime();
            source.UseLoggerFactory(sp.GetRequiredService<ILoggerFactory>());
            return source.Build();
        });
        // Pooled: setting one up costs a tenth of a whole use case.
        services.AddDbContextPool<TerechtDb>(
            (sp, options) =>
                options
                    .UseNpgsql(sp.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.UseNodaTime())
                    .UseSnakeCaseNamingConvention()
                    // Forms that are sent twice collide here every day, and are answered. What nobody answers is logged where it ends.
                    .ConfigureWarnings(w =>
                        w.Log(
                            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                            (RelationalEventId.CommandError, LogLevel.Debug),
                            (RelationalEventId.TransactionError, LogLevel.Debug)
                        )
                    )
                    // The same model for everybody who has the same modules.
                    .EnableServiceProviderCaching()
        );
        services.AddDataProtection().SetApplicationName("terecht").PersistKeysToDbContext<TerechtDb>();
        return services;
    }
}

/// <summary>The connection for what needs a connection of its own: listening, advisory locks, migrations.</summary>
internal sealed record ConnectionStrings(string Direct);
