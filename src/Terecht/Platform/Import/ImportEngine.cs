using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Platform.Import;

/// <summary>
/// Runs a loader over a file in one transaction. A preview is the real import, undone at the end: what it reports is what
/// will happen. Imports wait for each other, so that two of the same file do not both add it.
/// </summary>
/// <remarks>Within a transaction of the caller it joins that one; then the caller commits, and there is no preview.</remarks>
internal sealed class ImportEngine(TerechtDb db)
{
    private const long Lock = 7_261_003;

    /// <param name="load">Reads the file and puts rows on the context.</param>
    /// <param name="record">Runs after the load when rows are new or changed, with how many: records the event.</param>
    /// <param name="progress">Gets the number of lines so far, after each thousand.</param>
    /// <exception cref="ImportRefused">The file cannot be used; nothing was changed.</exception>
    public async Task<ImportReport> RunAsync(
        ImportFile file,
        Func<ImportRun, CancellationToken, Task> load,
        Action<int> record,
        bool preview,
        Action<int>? progress,
        CancellationToken ct
    )
    {
        var outer = db.Database.CurrentTransaction;
        if (outer is not null && preview)
        {
            throw new InvalidOperationException("A preview undoes its transaction, so it needs one of its own.");
        }
        var report = new ImportReport { Preview = preview, FileName = file.Name };
        await using var own = outer is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", ct);
        await load(new ImportRun(db, file, report, progress), ct);
        if (report.New + report.Changed > 0)
        {
            record(report.New + report.Changed);
        }
        await db.SaveChangesAsync(ct);
        if (own is not null)
        {
            await (preview ? own.RollbackAsync(ct) : own.CommitAsync(ct));
        }
        // What was read is of this import; the next one reads again.
        db.ChangeTracker.Clear();
        return report;
    }
}
