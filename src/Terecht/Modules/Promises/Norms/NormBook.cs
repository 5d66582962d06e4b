using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Feed;

namespace Terecht.Modules.Promises.Norms;

/// <summary>The norms of all municipalities in memory, and which one holds: topic before team before municipality.</summary>
internal sealed class NormBook(IServiceScopeFactory scopes, FeedSignal signal)
{
    private readonly Snapshot<Pages> _snapshot = new(signal, ct => ReadAsync(scopes, ct));

    /// <summary>Null when the municipality has no norm at all: then nothing can be promised.</summary>
    public async ValueTask<Norm?> ForAsync(Guid municipalityId, Guid teamId, Guid? topicId, CancellationToken ct)
    {
        var book = await _snapshot.GetAsync(ct);
        var scope =
            (topicId is { } topic ? book.Scopes.FirstOrDefault(s => s.TopicId == topic) : null)
            ?? book.Scopes.FirstOrDefault(s => s.TeamId == teamId)
            ?? book.Scopes.FirstOrDefault(s =>
                s.MunicipalityId == municipalityId && s.TopicId is null && s.TeamId is null
            );
        return scope is null ? null : book.Norms[scope.NormId];
    }

    /// <summary>The norm that is fixed on a promise; one that was made after the last reading is read now.</summary>
    public async ValueTask<Norm> OfPromiseAsync(Guid normId, CancellationToken ct)
    {
        if ((await _snapshot.GetAsync(ct)).Norms.GetValueOrDefault(normId) is { } known)
        {
            return known;
        }
        _snapshot.Forget();
        return (await _snapshot.GetAsync(ct)).Norms[normId];
    }

    private static async Task<Pages> ReadAsync(IServiceScopeFactory scopes, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerechtDb>();
        var rows = await db.Norms.AsNoTracking().ToListAsync(ct);
        return new Pages(rows.ToDictionary(r => r.Id, Norm), await db.NormScopes.AsNoTracking().ToListAsync(ct));
    }

    private static Norm Norm(NormRow row) =>
        new()
        {
            Id = row.Id,
            Code = row.Code,
            NameNl = row.Name,
            NameEn = row.NameEn,
            Rule =
                DueRuleJson.Read(row.Rule).Rule
                ?? throw new InvalidOperationException($"The rule of norm {row.Code} cannot be read."),
            Attempts = new AttemptTerms(row.Attempts == 0 ? null : row.Attempts, row.Dayparts),
            Steps = NormStepJson.Read(row.Steps) is { Error: null, Steps: var steps }
                ? steps
                : throw new InvalidOperationException($"The steps of norm {row.Code} cannot be read."),
        };

    private sealed record Pages(IReadOnlyDictionary<Guid, Norm> Norms, IReadOnlyList<NormScope> Scopes);
}
