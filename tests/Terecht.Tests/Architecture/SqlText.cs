using System.Text.RegularExpressions;
using Terecht.Platform;

namespace Terecht.Tests.Architecture;

/// <summary>What a piece of SQL names, and which clock it reads. Words in quotes and comments do not count.</summary>
internal static partial class SqlText
{
    private static readonly Regex Qualified = new(
        $"""(?<before>[a-z]+\s+)?(?<![\w."$/])"?(?<schema>{string.Join('|', Schemas())})"?\."?(?<name>[a-z_][a-z0-9_]*)"?""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(10)
    );

    /// <summary>Each <c>schema.name</c> of a schema of ours.</summary>
    public static IEnumerable<SqlName> Names(string sql) =>
        Qualified
            .Matches(Bare(sql))
            .Select(m => new SqlName(
                m.Groups["schema"].Value.ToLowerInvariant(),
                m.Groups["name"].Value.ToLowerInvariant(),
                m.Groups["before"].Value.Trim().ToLowerInvariant()
            ));

    /// <summary>Words that read the wall clock, each as it is written.</summary>
    public static IEnumerable<string> WallClocks(string sql) =>
        Clock().Matches(WithoutComments(sql)).Select(m => m.Value);

    /// <summary>The statements of a file, without comments and texts.</summary>
    public static IEnumerable<string> Statements(string sql) =>
        Bare(sql).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static Place PlaceOf(string schema) =>
        schema == "platform" ? Place.Platform : Place.Module(char.ToUpperInvariant(schema[0]) + schema[1..]);

    private static IEnumerable<string> Schemas() => ModuleOrder.Lowest().Select(m => m.ToLowerInvariant());

    private static string Bare(string sql) => Quoted().Replace(WithoutComments(sql), "''");

    private static string WithoutComments(string sql) => Comment().Replace(sql, " ");

    [GeneratedRegex(@"--[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("'(?:[^']|'')*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(
        """
            (?<![\w."])(
                now\s*\(\s*\)
              | (clock|statement|transaction)_timestamp\s*\(
              | timeofday\s*\(
              | current_(timestamp|date|time)\b
              | localtime(stamp)?\b
              | age\s*\([^,()]*\)
              | '(now|today|tomorrow|yesterday)'
            )
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Clock();
}

/// <param name="Before">The word before it, such as <c>from</c> or <c>references</c>.</param>
internal sealed record SqlName(string Schema, string Name, string Before)
{
    public bool IsPublished => Name.StartsWith("pub_", StringComparison.Ordinal);

    public override string ToString() => $"{Schema}.{Name}";
}
