namespace Terecht.Platform.Import;

internal enum RowChange
{
    New,
    Changed,

    /// <summary>It was there, just so.</summary>
    Same,
}

/// <param name="Number">Line of the file; null when it is about the whole file.</param>
/// <param name="Name">What the line is about, such as its code; may be empty.</param>
/// <param name="Why">A Dutch sentence.</param>
internal sealed record ImportRemark(int? Number, string Name, string Why);

/// <summary>What an import did, or what it would do.</summary>
internal sealed class ImportReport
{
    private readonly int[] _counts = new int[3];
    private readonly List<ImportRemark> _rejected = [];
    private readonly List<ImportRemark> _notes = [];
    private readonly Dictionary<string, int> _skipped = new(StringComparer.Ordinal);

    /// <summary>Nothing was kept: it was a preview.</summary>
    public required bool Preview { get; init; }
    public required string FileName { get; init; }

    public int New => _counts[(int)RowChange.New];
    public int Changed => _counts[(int)RowChange.Changed];
    public int Same => _counts[(int)RowChange.Same];

    /// <summary>Lines that were not loaded because something is wrong with them.</summary>
    public IReadOnlyList<ImportRemark> Rejected => _rejected;

    /// <summary>Lines that were loaded, but not whole.</summary>
    public IReadOnlyList<ImportRemark> Notes => _notes;

    /// <summary>Lines that are not meant to be loaded, counted by the reason.</summary>
    public IReadOnlyDictionary<string, int> Skipped => _skipped;

    /// <summary>All lines or items that were looked at.</summary>
    public int Total => New + Changed + Same + Rejected.Count + Skipped.Values.Sum();

    internal void Count(RowChange change) => _counts[(int)change]++;

    internal void Add(ImportRemark rejected) => _rejected.Add(rejected);

    internal void Note(ImportRemark note) => _notes.Add(note);

    internal void Skip(string why) => _skipped[why] = _skipped.GetValueOrDefault(why) + 1;
}
