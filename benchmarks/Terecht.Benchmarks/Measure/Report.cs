using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;
using Terecht.Benchmarks.Load;
using Terecht.Platform.Time;

namespace Terecht.Benchmarks.Measure;

/// <summary>Prints the table of a benchmark and writes it as JSON.</summary>
internal sealed class Report(string name, Size size, string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly Machine _machine = Machine.Look();
    private readonly List<Line> _lines = [];
    private readonly Dictionary<string, string> _notes = [];

    public Line Add(IReadOnlyList<Measured> runs, string? goal = null)
    {
        var line = Line.Best(runs, goal);
        _lines.Add(line);
        return line;
    }

    /// <summary>A figure or fact beside the table, such as a ratio.</summary>
    public void Note(string what, string text) => _notes[what] = text;

    public async Task WriteAsync(Database database)
    {
        var at = InstantPattern.General.Format(RealClock.Instance.Now());
        var after = Machine.Look();
        Console.WriteLine();
        Console.WriteLine(
            $"{name}, size {size.Name}, {at}, {_machine.Processor}, {_machine.Cores} cores, "
                + $"load {_machine.LoadAverage} before and {after.LoadAverage} after, {database.Server}, "
                + $"{database.Gigabytes:F1} GB"
        );
        Console.WriteLine();
        Console.WriteLine(Line.Head);
        _lines.ForEach(Console.WriteLine);
        Console.WriteLine();
        foreach (var (what, text) in _notes)
        {
            Console.WriteLine($"{what}: {text}");
        }
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{name}-{size.Name}.json");
        var content = new
        {
            name,
            size = size.Name,
            at,
            machine = _machine,
            loadAfter = after.LoadAverage,
            database,
            lines = _lines,
            notes = _notes,
        };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(content, Json));
        Console.WriteLine($"written to {file}");
    }
}
