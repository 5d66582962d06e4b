using Microsoft.EntityFrameworkCore;
using Terecht.Demo.History;
using Terecht.Demo.Rows;
using Terecht.Demo.Town;
using Terecht.Modules.Contacts.Register;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Demo;

/// <summary>
/// Fills an installation with the fictional municipality Maasdrecht, up to this very moment. All of it is one transaction: it
/// is there, or nothing is. Where Maasdrecht is there already, nothing is done.
/// </summary>
internal sealed class DemoLoader(
    TerechtDb db,
    TimeProvider clock,
    SettingsLoader settings,
    NormTable norms,
    AbsenceTable absences,
    ArticleHistory articles,
    MunicipalityReader reader,
    References references
)
{
    private const long Lock = 7_261_009;

    /// <param name="progress">Gets what is being done.</param>
    /// <returns>What was loaded; null when it was there already.</returns>
    public async Task<DemoRows?> LoadAsync(Action<string> progress, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", ct);
        if (await db.Municipalities.AnyAsync(m => m.Code == DemoFolder.Code, ct))
        {
            return null;
        }

        var now = clock.Now();
        progress("teams, staff, topics and answers");
        var municipality = await settings.LoadAsync(ct);
        await norms.WriteAsync(municipality, ct);
        await articles.WriteAsync(municipality, now, ct);
        await absences.WriteAsync(now, ct);
        progress("two thousand people and three months of contacts");
        var rows = HistoryMaker.Make(await reader.ReadAsync(municipality, ct), now);
        progress($"{rows.Contacts.Count:N0} contacts and {rows.Promises.Count:N0} promises");
        await rows.WriteAsync(db, references, ct);
        await CountUseAsync(ct);
        await transaction.CommitAsync(ct);
        return rows;
    }

    /// <summary>As the counter of use would have done, one use after the other.</summary>
    private Task<int> CountUseAsync(CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update knowledge.article a set used = u.used
            from (select article_id, count(*)::int as used from knowledge.article_use group by article_id) u
            where u.article_id = a.id
            """,
            ct
        );
}
