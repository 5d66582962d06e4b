using nietras.SeparatedValues;

namespace Terecht.Platform.Import;

/// <summary>
/// A CSV file with a header: separated by semicolon, comma or tab, whichever the header uses. Names of columns are compared
/// without case. Lines without a single value are left out.
/// </summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    private CsvTable(IReadOnlyList<string> columns)
    {
        Columns = columns;
        foreach (var (index, name) in columns.Index().Where(c => c.Item.Length > 0))
        {
            if (!_columns.TryAdd(name, index))
            {
                throw new ImportRefused($"De kolom '{name}' staat er twee keer in.");
            }
        }
    }

    public IReadOnlyList<string> Columns { get; }
    public IReadOnlyList<CsvRow> Rows { get; private set; } = [];

    public bool Has(params IEnumerable<string> columns) => columns.All(_columns.ContainsKey);

    public static CsvTable Read(string text)
    {
        var separator = SeparatorOf(text, out var hasMark);
        var options = new SepReaderOptions(new Sep(separator)) { HasHeader = false, DisableColCountCheck = true };
        try
        {
            using var reader = options.FromText(text);
            CsvTable? table = null;
            var rows = new List<CsvRow>();
            // Where a row begins is where the one before it ended: of the first row the reader tells only its end.
            var next = 1;
            foreach (var row in reader)
            {
                var number = next;
                next = row.LineNumberToExcl;
                if (row.Span.Count('"') % 2 == 1)
                {
                    throw new ImportRefused(
                        $"Vanaf regel {number} ontbreekt een aanhalingsteken (\"). Zet een tekst met een aanhalingsteken tussen aanhalingstekens, en schrijf het teken zelf dubbel."
                    );
                }
                string[] cells = new string[row.ColCount];
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = Unquoted(row[i].Span);
                }
                if (hasMark)
                {
                    hasMark = false;
                    continue;
                }
                if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                {
                    continue;
                }
                if (table is null)
                {
                    table = new CsvTable([.. cells.Select(CellText.OneLine)]);
                }
                else
                {
                    rows.Add(new CsvRow(table, number, cells));
                }
            }
            table ??= new CsvTable([]);
            table.Rows = rows;
            return table;
        }
        catch (NotSupportedException)
        {
            throw new ImportRefused(
                "Een regel van dit bestand is te lang. Waarschijnlijk ontbreekt een aanhalingsteken (\")."
            );
        }
    }

    internal int? IndexOf(string column) => _columns.TryGetValue(column, out var index) ? index : null;

    private static string Unquoted(ReadOnlySpan<char> cell)
    {
        var trimmed = cell.Trim();
        return trimmed is ['"', .., '"']
            ? trimmed[1..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal)
            : cell.ToString();
    }

    /// <param name="hasMark">The first line is Excel's own: <c>sep=;</c>.</param>
    private static char SeparatorOf(string text, out bool hasMark)
    {
        var header = text.AsSpan().TrimStart();
        var end = header.IndexOfAny('\r', '\n');
        header = end < 0 ? header : header[..end];
        hasMark = header.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && header.Length == 5;
        if (hasMark)
        {
            return header[4];
        }
        var counts = new Dictionary<char, int>();
        var quoted = false;
        foreach (var c in header)
        {
            quoted ^= c == '"';
            if (!quoted && c is ';' or ',' or '\t')
            {
                counts[c] = counts.GetValueOrDefault(c) + 1;
            }
        }
        return counts.Count == 0 ? ';' : counts.MaxBy(c => c.Value).Key;
    }
}

/// <summary>One row of a CSV file.</summary>
internal sealed class CsvRow(CsvTable table, int number, string[] cells) : IFields
{
    /// <summary>The line of the file on which the row begins.</summary>
    public int Number => number;

    public string OneLine(string name) => CellText.OneLine(Raw(name));

    public string Text(string name) => CellText.Clean(Raw(name));

    /// <summary>The parts between <c>|</c> or another sign, each once, without empty ones.</summary>
    public IReadOnlyList<string> List(string column, char separator = '|') =>
        [
            .. Raw(column)
                .Split(separator)
                .Select(CellText.OneLine)
                .Where(part => part.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>Why this row cannot be read at all; null when it can.</summary>
    /// <param name="columns">The columns that are read.</param>
    public string? Problem(IEnumerable<string> columns)
    {
        // What is missing at the end is empty; what is too much has text in it.
        var extra = cells.Skip(table.Columns.Count).Count(c => !string.IsNullOrWhiteSpace(c));
        return extra > 0
            ? $"Deze regel heeft {cells.Length} kolommen; de eerste regel van het bestand heeft er {table.Columns.Count}."
            : columns
                .Select(column => CellText.Problem(column, Raw(column).Trim()))
                .FirstOrDefault(problem => problem is not null);
    }

    private string Raw(string column) => table.IndexOf(column) is { } index && index < cells.Length ? cells[index] : "";
}
