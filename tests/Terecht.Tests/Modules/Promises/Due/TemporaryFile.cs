namespace Terecht.Tests.Modules.Promises.Due;

/// <summary>A file with these words, gone afterwards.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("terecht-test-");

    public TemporaryFile(string text)
    {
        Path = System.IO.Path.Combine(folder.FullName, "vectors.json");
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
