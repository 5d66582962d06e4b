using System.Text.Json;

namespace Terecht.Demo.Town;

/// <summary>The files of the demo municipality, copied beside the program.</summary>
internal static class DemoFolder
{
    public const string Code = "maasdrecht";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static string File(params string[] parts) =>
        Path.Combine([AppContext.BaseDirectory, "demo", Code, .. parts]);

    /// <summary>A file with values between semicolons and no header.</summary>
    public static IReadOnlyList<string[]> Lists(params string[] parts) =>
        [.. System.IO.File.ReadLines(File(parts)).Where(l => l.Length > 0).Select(l => l.Split(';'))];

    public static IReadOnlyList<Story> Stories() =>
        [
            .. System
                .IO.File.ReadLines(File("stories.jsonl"))
                .Where(l => l.Length > 0)
                .Select(l => JsonSerializer.Deserialize<Story>(l, Json)!),
        ];
}
