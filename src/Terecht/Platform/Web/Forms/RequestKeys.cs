using Microsoft.EntityFrameworkCore;
using Npgsql;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Platform.Web.Forms;

/// <summary>
/// Makes a form safe to send twice: its key is written in the transaction of the change. The second sender gets the first
/// one's outcome, and nothing happens again.
/// </summary>
internal sealed class RequestKeys(TerechtDb db, TimeProvider clock)
{
    /// <summary>The outcome of the form with this key, if it was handled before.</summary>
    public Task<string?> EarlierAsync(Guid key, CancellationToken ct) =>
        db.Set<RequestKeyRow>().Where(r => r.Key == key).Select(r => r.Outcome).SingleOrDefaultAsync(ct);

    /// <summary>
    /// Saves the context with the key. Returns <paramref name="outcome"/>, or that of the request that came first; then
    /// nothing of this one was written. What collides for another reason is thrown on.
    /// </summary>
    public async Task<string> SaveOnceAsync(Guid key, string outcome, Guid? accountId, CancellationToken ct)
    {
        db.Add(
            new RequestKeyRow
            {
                // Forms without a key, or with one that cannot be read, are not each other's second sending.
                Key = key == Guid.Empty ? clock.NewId() : key,
                AccountId = accountId,
                RecordedAt = clock.Now(),
                Outcome = outcome,
            }
        );
        try
        {
            await db.SaveChangesAsync(ct);
            return outcome;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || IsTaken(e))
        {
            // The first sending may have taken the key, or any row that both would write.
            db.ChangeTracker.Clear();
            if (await EarlierAsync(key, ct) is { } earlier)
            {
                return earlier;
            }
            throw;
        }
    }

    private static bool IsTaken(DbUpdateException e) =>
        e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
