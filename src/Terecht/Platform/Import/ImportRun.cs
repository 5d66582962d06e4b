using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Platform.Import;

/// <summary>
/// One import while it runs: the file, and where a loader says what became of each line. The loader puts rows on the
/// context; everything is saved in one transaction, and undone when it is a preview.
/// </summary>
internal sealed class ImportRun(TerechtDb db, ImportFile file, ImportReport report, Action<int>? progress)
{
    private const int Batch = 1_000;
    private readonly Dictionary<string, int> _codes = new(StringComparer.OrdinalIgnoreCase);
    private int _waiting;
    private int _seen;

    public ImportFile File => file;
    public ImportReport Report => report;

    /// <summary>Rows of a CSV file; those that cannot be read are rejected here. A file without a needed column is refused.</summary>
    /// <param name="needed">Columns that must be there.</param>
    /// <param name="other">Columns that may be there; any other is named in the report and not read.</param>
    public IEnumerable<CsvRow> Rows(IReadOnlyList<string> needed, params IReadOnlyList<string> other)
    {
        var table = file.Csv;
        foreach (var column in needed.Where(c => !table.Has(c)))
        {
            throw new ImportRefused(
                $"De kolom '{column}' ontbreekt. Deze kolommen moeten er zijn: {string.Join(", ", needed)}."
            );
        }
        string[] read = [.. needed, .. other];
        foreach (var column in table.Columns.Except(read, StringComparer.OrdinalIgnoreCase))
        {
            Note(1, column, "Deze kolom kennen we niet. We lezen hem niet.");
        }
        foreach (var row in table.Rows)
        {
            if (row.Problem(read) is { } problem)
            {
                Reject(row.Number, row.OneLine(needed[0]), problem);
            }
            else
            {
                yield return row;
            }
        }
    }

    /// <summary>The objects of a JSON file: one on each line, or a list of them. What cannot be read is rejected here.</summary>
    public IEnumerable<JsonItem> JsonItems() => ReadableJson().Where(IsSound);

    private bool IsSound(JsonItem item)
    {
        if (item.Problem() is { } problem)
        {
            Reject(item.Number, "", problem);
            return false;
        }
        return true;
    }

    private IEnumerable<JsonItem> ReadableJson()
    {
        if (file.Form == FileForm.Json)
        {
            foreach (var item in file.Json.Kind == JsonValueKind.Array ? file.Json.Items : [file.Json])
            {
                yield return item;
            }
            yield break;
        }
        foreach (var line in file.Lines())
        {
            JsonItem item;
            try
            {
                item = JsonItem.Read(line.Text, line.Number);
            }
            catch (ImportRefused)
            {
                Reject(line.Number, "", "Deze regel is geen goede JSON.");
                continue;
            }
            yield return item;
        }
    }

    /// <summary>A sentence when an earlier line of this file has the same code, whatever its case; null for the first one.</summary>
    public string? Again(string field, string code, int number) =>
        _codes.TryAdd($"{field}\n{code}", number)
            ? null
            : $"'{code}' in '{field}' staat ook al op regel {_codes[$"{field}\n{code}"]}. Laat er één staan.";

    /// <param name="name">What the line is about, such as its code.</param>
    /// <param name="why">A Dutch sentence of B1 level that says what to do.</param>
    public void Reject(int number, string name, string why)
    {
        report.Add(new ImportRemark(number, name, why));
        Tell();
    }

    /// <summary>The line was loaded, but something was left out of it.</summary>
    /// <param name="number">Null when it is about the whole file.</param>
    public void Note(int? number, string name, string why) => report.Note(new ImportRemark(number, name, why));

    /// <summary>The line is fine and not meant for us. One reason for many lines.</summary>
    public void Skip(string why)
    {
        report.Skip(why);
        Tell();
    }

    /// <summary>Counts a line that was loaded.</summary>
    public void Count(RowChange change)
    {
        report.Count(change);
        _waiting += change == RowChange.Same ? 0 : 1;
        Tell();
    }

    /// <summary>What the context thinks of a row: added is new, modified is changed.</summary>
    public RowChange ChangeOf(object row) =>
        db.Entry(row).State switch
        {
            EntityState.Added => RowChange.New,
            EntityState.Unchanged => RowChange.Same,
            _ => RowChange.Changed,
        };

    /// <summary>Saves what is on the context, still within the transaction of the import.</summary>
    public Task SaveAsync(CancellationToken ct) => db.SaveChangesAsync(ct);

    /// <summary>Saves when a thousand changes wait. For loaders of long files, after each line that may be saved on its own.</summary>
    public async ValueTask SaveWhenManyAsync(CancellationToken ct)
    {
        if (_waiting >= Batch)
        {
            _waiting = 0;
            await db.SaveChangesAsync(ct);
        }
    }

    private void Tell()
    {
        if (++_seen % Batch == 0)
        {
            progress?.Invoke(_seen);
        }
    }
}
