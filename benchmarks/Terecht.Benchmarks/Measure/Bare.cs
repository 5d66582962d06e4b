using Npgsql;

namespace Terecht.Benchmarks.Measure;

/// <summary>PostgreSQL without the product.</summary>
internal static class Bare
{
    public static NpgsqlDataSource Source(string connection)
    {
        var builder = new NpgsqlDataSourceBuilder(connection);
        builder.UseNodaTime();
        return builder.Build();
    }
}
