using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Routing.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Feed;

namespace Terecht.Modules.Routing.Data;

internal sealed class ProcedureBook(IServiceScopeFactory scopes, FeedSignal signal, ICatalogue catalogue) : IRouting
{
    private readonly Snapshot<Dictionary<Guid, ProcedureCard>> _snapshot = new(signal, ct => ReadAsync(scopes, ct));

    public async ValueTask<ProcedureCard?> ForTopicAsync(Guid topicId, CancellationToken ct)
    {
        var book = await _snapshot.GetAsync(ct);
        var topics = await catalogue.NowAsync(ct);
        foreach (var id in topics.WithParents(topicId))
        {
            if (book.TryGetValue(id, out var procedure))
            {
                return procedure;
            }
        }
        return null;
    }

    private static async Task<Dictionary<Guid, ProcedureCard>> ReadAsync(
        IServiceScopeFactory scopes,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerechtDb>();
        return await db
            .Procedures.AsNoTracking()
            .ToDictionaryAsync(p => p.TopicId, p => new ProcedureCard(p.TopicId, p.TeamId, p.Line), ct);
    }
}
