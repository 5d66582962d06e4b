using Npgsql;

namespace Terecht.Benchmarks.Measure;

/// <summary>PostgreSQL without the product, with the driver's settings that the product has.</summary>
internal static class Bare
{
    public static NpgsqlDataSource Source(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2 };
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UseNodaTime();
        return builder.Build();
    }

    /// <summary>Reads all columns of all rows; how many rows there were.</summary>
    public static async Task<int> ReadAsync(NpgsqlCommand command)
    {
        var count = 0;
        await using var rows = await command.ExecuteReaderAsync();
        var values = new object[rows.FieldCount];
        while (await rows.ReadAsync())
        {
            rows.GetValues(values);
            count++;
        }
        return count;
    }
}
