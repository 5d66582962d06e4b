using System.Text;
using System.Text.Json;

namespace Terecht.Platform.Import;

/// <summary>A value of a JSON file that knows on which line it stands. Read leniently: what is not there is empty.</summary>
internal sealed class JsonItem
{
    private readonly Dictionary<string, JsonItem> _fields = new(StringComparer.OrdinalIgnoreCase);
    private string? _text;

    private JsonItem(int number, JsonValueKind kind) => (Number, Kind) = (number, kind);

    /// <summary>The line of the file on which it begins.</summary>
    public int Number { get; }
    public JsonValueKind Kind { get; }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<JsonItem> Items { get; private set; } = [];

    public bool Has(params IEnumerable<string> fields) => fields.All(_fields.ContainsKey);

    /// <summary>The field, or null where it is not there.</summary>
    public JsonItem? Field(string name) => _fields.GetValueOrDefault(name);

    /// <summary>The items of a field that is a list.</summary>
    public IReadOnlyList<JsonItem> List(string name) => Field(name)?.Items ?? [];

    /// <summary>A text or number on one line; empty where the field is not there or something else.</summary>
    public string OneLine(string name) => CellText.OneLine(Raw(name));

    /// <summary>A text with the lines that are in it.</summary>
    public string Text(string name) => CellText.Clean(Raw(name));

    /// <summary>The value itself as one line, for lists of words.</summary>
    public string OneLine() => CellText.OneLine(_text ?? "");

    /// <summary>False only where the field says so.</summary>
    public bool IsNot(string name) => Field(name)?.Kind == JsonValueKind.False;

    /// <summary>Why this cannot be kept; null when it can. Looks at the texts of this item, not at what is in its lists.</summary>
    public string? Problem() =>
        Kind == JsonValueKind.Object
            ? _fields
                .Select(f => CellText.Problem(f.Key, (f.Value._text ?? "").Trim()))
                .FirstOrDefault(problem => problem is not null)
            : "Dit is geen object met velden.";

    private string Raw(string name) => Field(name)?._text ?? "";

    /// <param name="text">One JSON value and nothing else.</param>
    /// <param name="firstLine">The number of its first line.</param>
    public static JsonItem Read(string text, int firstLine = 1)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        var place = new Place(bytes, firstLine);
        try
        {
            reader.Read();
            var root = Read(ref reader, place);
            while (reader.Read()) { }
            return root;
        }
        catch (JsonException problem)
        {
            throw new ImportRefused(
                $"Dit is geen goede JSON (regel {firstLine + (problem.LineNumber ?? 0)}). Haal het bestand opnieuw op, of herstel het."
            );
        }
        catch (InvalidOperationException)
        {
            throw new ImportRefused(
                "In dit JSON-bestand staat een tekst met halve tekens. Haal het bestand opnieuw op."
            );
        }
    }

    private static JsonItem Read(ref Utf8JsonReader reader, Place place)
    {
        var line = place.LineAt((int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var record = new JsonItem(line, JsonValueKind.Object);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    record._fields[name] = Read(ref reader, place);
                }
                return record;
            case JsonTokenType.StartArray:
                var items = new List<JsonItem>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader, place));
                }
                return new JsonItem(line, JsonValueKind.Array) { Items = items };
            case JsonTokenType.String:
                return new JsonItem(line, JsonValueKind.String) { _text = reader.GetString() };
            case JsonTokenType.Number:
                return new JsonItem(line, JsonValueKind.Number) { _text = Encoding.UTF8.GetString(reader.ValueSpan) };
            case JsonTokenType.True:
                return new JsonItem(line, JsonValueKind.True);
            case JsonTokenType.False:
                return new JsonItem(line, JsonValueKind.False);
            default:
                return new JsonItem(line, JsonValueKind.Null);
        }
    }

    /// <summary>Counts lines as the reader goes on; places are asked in order.</summary>
    private sealed class Place(byte[] bytes, int firstLine)
    {
        private int _at;
        private int _line = firstLine;

        public int LineAt(int index)
        {
            _line += bytes.AsSpan(_at, index - _at).Count((byte)'\n');
            _at = index;
            return _line;
        }
    }
}
