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
    private readonly List<Figure> _figures = [];
    private readonly Dictionary<string, string> _notes = [];

    public Line Add(IReadOnlyList<Measured> runs, string? goal = null)
    {
        var line = Line.Best(runs, goal);
        _lines.Add(line);
        return line;
    }

    /// <summary>A row of a table of counts, where nothing is done by clients.</summary>
    public void Add(string what, long count, long? lost = null, long? twice = null) =>
        _figures.Add(new Figure(what, count, lost, twice));

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
        if (_lines.Count > 0)
        {
            Console.WriteLine(Line.Head);
            _lines.ForEach(Console.WriteLine);
        }
        if (_figures.Count > 0)
        {
            Console.WriteLine(Figure.Head);
            _figures.ForEach(Console.WriteLine);
        }
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
            figures = _figures,
            notes = _notes,
        };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(content, Json));
        Console.WriteLine($"written to {file}");
    }
}
