using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Feed;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Norms;

/// <summary>The norms of all municipalities in memory, and which one holds today (<see cref="NormPrecedence"/>).</summary>
internal sealed class NormBook(IServiceScopeFactory scopes, FeedSignal signal, TimeProvider clock)
{
    private readonly Snapshot<Pages> _snapshot = new(signal, ct => ReadAsync(scopes, ct));

    /// <summary>Null when the municipality has no norm at all: then nothing can be promised.</summary>
    /// <param name="kind">call, write or do.</param>
    public async ValueTask<Norm?> ForAsync(
        Guid municipalityId,
        Guid teamId,
        Guid? topicId,
        string kind,
        CancellationToken ct
    )
    {
        var book = await _snapshot.GetAsync(ct);
        // A norm whose first version begins later does not hold yet: then the next one in line does.
        var today = clock.Today();
        var begun = book.Scopes.Where(s => book.At(s.NormId, today) is not null);
        return NormPrecedence.Choose(begun, municipalityId, teamId, topicId, kind) is { } scope
            ? book.At(scope.NormId, today)
            : null;
    }

    /// <summary>For who changed it here, and must see that at once.</summary>
    public void Forget() => _snapshot.Forget();

    /// <summary>The version that is fixed on a promise; one that was made after the last reading is read now.</summary>
    public async ValueTask<Norm> OfPromiseAsync(Guid versionId, CancellationToken ct)
    {
        if ((await _snapshot.GetAsync(ct)).ById.GetValueOrDefault(versionId) is { } known)
        {
            return known;
        }
        _snapshot.Forget();
        return (await _snapshot.GetAsync(ct)).ById[versionId];
    }

    private static async Task<Pages> ReadAsync(IServiceScopeFactory scopes, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerechtDb>();
        var norms = await db.Norms.AsNoTracking().ToDictionaryAsync(n => n.Id, ct);
        var versions = await db.NormVersions.AsNoTracking().OrderByDescending(v => v.Number).ToListAsync(ct);
        return new Pages(
            versions.ToLookup(v => v.NormId, v => (v.ValidFrom, v.Of(norms[v.NormId]))),
            versions.ToDictionary(v => v.Id, v => v.Of(norms[v.NormId])),
            await db.NormScopes.AsNoTracking().ToListAsync(ct)
        );
    }

    /// <param name="Versions">Of each norm, the newest first.</param>
    /// <param name="ById">Each version by its own id.</param>
    private sealed record Pages(
        ILookup<Guid, (LocalDate ValidFrom, Norm Norm)> Versions,
        IReadOnlyDictionary<Guid, Norm> ById,
        IReadOnlyList<NormScope> Scopes
    )
    {
        /// <summary>The newest version that has begun.</summary>
        public Norm? At(Guid normId, LocalDate day) => Versions[normId].FirstOrDefault(v => v.ValidFrom <= day).Norm;
    }
}
