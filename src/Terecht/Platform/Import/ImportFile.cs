using System.Text.Json;

namespace Terecht.Platform.Import;

internal enum FileForm
{
    Csv,
    Json,

    /// <summary>One JSON object on each line.</summary>
    JsonLines,
}

/// <summary>A numbered line of a file; the first is 1, as in an editor.</summary>
internal readonly record struct TextLine(int Number, string Text);

/// <summary>
/// A file to import, read whole. Its form is told by what is in it, never by its name. Everything that makes the whole
/// file useless is thrown as <see cref="ImportRefused"/>.
/// </summary>
internal sealed class ImportFile
{
    private const long LargestMegabytes = 200;
    private readonly string _text;
    private CsvTable? _csv;
    private JsonItem? _json;

    private ImportFile(string name, string text)
    {
        (Name, _text) = (name, text);
        Form = FormOf(text);
    }

    /// <summary>For the report; without its folder.</summary>
    public string Name { get; }
    public FileForm Form { get; }

    /// <summary>The table of a CSV file.</summary>
    public CsvTable Csv => _csv ??= CsvTable.Read(_text);

    /// <summary>The root of a JSON or GeoJSON file.</summary>
    public JsonItem Json => _json ??= JsonItem.Read(_text);

    public static ImportFile Of(string name, string text) =>
        new(name, FileText.Of(System.Text.Encoding.UTF8.GetBytes(text)));

    public static async Task<ImportFile> ReadAsync(string name, Stream stream, CancellationToken ct)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, ct);
        return new ImportFile(name, FileText.Of(copy.ToArray()));
    }

    public static async Task<ImportFile> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return stream.Length <= LargestMegabytes * 1024 * 1024
                ? await ReadAsync(Path.GetFileName(path), stream, ct)
                : throw new ImportRefused(
                    $"Het bestand '{path}' is groter dan {LargestMegabytes} MB. Deel het in stukken."
                );
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ImportRefused($"Het bestand '{path}' kunnen we niet lezen. Bestaat het?");
        }
    }

    /// <summary>Every line that is not empty.</summary>
    public IEnumerable<TextLine> Lines()
    {
        using var reader = new StringReader(_text);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new TextLine(number, line);
            }
        }
    }

    private static FileForm FormOf(string text)
    {
        var begin = text.AsSpan().TrimStart();
        return begin[0] switch
        {
            '[' => FileForm.Json,
            '{' => IsWholeOnOneLine(begin) ? FileForm.JsonLines : FileForm.Json,
            '<' => throw new ImportRefused("Dit is een webpagina of een XML-bestand. We lezen CSV en JSON."),
            _ => FileForm.Csv,
        };
    }

    /// <summary>The first line is an object of its own, and another line follows.</summary>
    private static bool IsWholeOnOneLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        if (end < 0 || text[end..].IsWhiteSpace())
        {
            return false;
        }
        try
        {
            using var first = JsonDocument.Parse(text[..end].ToString());
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
