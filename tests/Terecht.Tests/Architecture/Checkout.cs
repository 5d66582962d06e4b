namespace Terecht.Tests.Architecture;

/// <summary>The checkout these tests run in: sources, SQL, documents. Paths are relative to it, with slashes.</summary>
internal static class Checkout
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "TestResults"];

    public static string Root { get; } = Find();

    public static string Full(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(Full(path));

    public static bool Has(string path) => Path.Exists(Full(path));

    /// <summary>All files below a folder with one of these extensions (<c>.cs</c>), without what a build makes.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions) =>
        [
            .. Directory
                .EnumerateFiles(Full(folder), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(file => extensions.Any(e => file.EndsWith(e, StringComparison.Ordinal)))
                .Where(file => !file.Split('/').Any(part => part[0] == '.' || Made.Contains(part)))
                .Order(StringComparer.Ordinal),
        ];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Terecht.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("These tests must run inside a checkout.");
    }
}
