namespace Terecht.Platform;

/// <summary>What is set from outside: environment variables that begin with <c>TERECHT_</c>, or arguments.</summary>
/// <param name="Database">Npgsql connection string.</param>
/// <param name="Urls">Where to serve; null for the framework's default.</param>
/// <param name="Demo">Local accounts may sign in with a password, and the sign-in page shows them.</param>
/// <param name="Clock">A demo clock, such as <c>2027-05-03T07:00,60x</c>; null for the real one.</param>
internal sealed record Settings(string Database, string? Urls, bool Demo, string? Clock)
{
    public static Settings Read(IConfiguration configuration) =>
        new(
            configuration["Database"]
                ?? throw new InvalidOperationException(
                    "No database is set. Set TERECHT_DATABASE to a PostgreSQL connection string, or use ./start."
                ),
            configuration["Urls"],
            configuration.GetValue("Demo", false),
            configuration["Clock"]
        );
}
