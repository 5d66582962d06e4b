namespace Terecht.Platform;

/// <summary>The order of the house, read from <c>Modules/modules.txt</c>.</summary>
internal static class ModuleOrder
{
    /// <summary>Rows of modules, lowest first; those in one row do not call each other.</summary>
    public static IReadOnlyList<string[]> Rows() =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Modules", "modules.txt"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        ];

    /// <summary>All modules, lowest first.</summary>
    public static IEnumerable<string> Lowest() => Rows().SelectMany(row => row);
}
