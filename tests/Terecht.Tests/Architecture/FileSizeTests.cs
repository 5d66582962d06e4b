namespace Terecht.Tests.Architecture;

/// <summary>Code stays small enough to be read in one sitting, and every module says what it is.</summary>
public sealed class FileSizeTests
{
    private const int Most = 400;

    [Fact]
    public void No_file_is_longer_than_one_can_read()
    {
        var files = new[] { "src", "tests", "benchmarks" }
            .SelectMany(f => Checkout.Files(f, ".cs", ".cshtml"))
            .ToList();

        files.Count.ShouldBeGreaterThan(100);
        files
            .Select(f => (File: f, Lines: Checkout.Read(f).Count(c => c == '\n')))
            .Where(f => f.Lines > Most)
            .Select(f => $"{f.File}: {f.Lines} lines")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_module_has_its_readme_and_its_module_file()
    {
        var modules = Directory
            .GetDirectories(Checkout.Full("src/Terecht/Modules"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories).Any())
            .Select(folder => Path.GetFileName(folder))
            .ToList();

        modules.Count.ShouldBeGreaterThan(5);
        modules.Where(m => !Checkout.Has($"src/Terecht/Modules/{m}/README.md")).ShouldBeEmpty("Without README.md.");
        // Shared holds layouts and pages only: it wires nothing.
        modules
            .Where(m => m != "Shared" && !Checkout.Has($"src/Terecht/Modules/{m}/{m}Module.cs"))
            .ShouldBeEmpty("Without a module file.");
    }
}
