using Npgsql;

namespace Terecht.Platform.Data;

/// <summary>Brings a database to this version: tables by Evolve (forward only), then all published views in one pass.</summary>
internal static class Migrations
{
    public static void Run(string connectionString, ILogger logger)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "db", "migrations");
        if (!Directory.Exists(folder) || Directory.GetFiles(folder, "V*.sql").Length == 0)
        {
            // Evolve applies nothing from a wrong folder and reports success.
            throw new InvalidOperationException($"No migrations were found in {folder}.");
        }

        using var connection = new NpgsqlConnection(connectionString);
        var evolve = new EvolveDb.Evolve(connection, message => logger.LogDebug("{Evolve}", message))
        {
            Locations = [folder],
            MetadataTableSchema = "public",
            MetadataTableName = "migration",
            IsEraseDisabled = true,
            Placeholders = [],
            EnableClusterMode = true,
        };
        evolve.Migrate();
        if (evolve.NbMigration > 0)
        {
            logger.LogInformation("Applied {Count} migrations", evolve.NbMigration);
        }
        PublishedViews.Refresh(connectionString, logger);
    }
}
