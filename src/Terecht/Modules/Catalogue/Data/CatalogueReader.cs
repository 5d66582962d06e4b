using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Feed;

namespace Terecht.Modules.Catalogue.Data;

internal sealed class CatalogueReader(IServiceScopeFactory scopes, FeedSignal signal) : ICatalogue
{
    private readonly Snapshot<CatalogueNow> _snapshot = new(signal, ct => ReadAsync(scopes, ct));

    public ValueTask<CatalogueNow> NowAsync(CancellationToken ct) => _snapshot.GetAsync(ct);

    /// <summary>For who changed it and must see that at once.</summary>
    public void Forget() => _snapshot.Forget();

    private static async Task<CatalogueNow> ReadAsync(IServiceScopeFactory scopes, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerechtDb>();
        var topics = await db.Topics.AsNoTracking().ToListAsync(ct);
        var names = topics.ToDictionary(t => t.Id, t => t.Name);
        return new CatalogueNow(
            [
                .. topics.Select(t => new TopicCard(
                    t.Id,
                    t.MunicipalityId,
                    t.Code,
                    t.Name,
                    t.NameEn,
                    t.ParentId,
                    t.ParentId is { } parent ? names[parent] : null,
                    t.Class == "acquisition",
                    t.Keywords
                )),
            ],
            await db
                .Districts.AsNoTracking()
                .OrderBy(d => d.Position)
                .Select(d => new DistrictCard(d.Id, d.MunicipalityId, d.Code, d.Name))
                .ToListAsync(ct),
            await db
                .Outcomes.AsNoTracking()
                .OrderBy(o => o.Position)
                .Select(o => new OutcomeCard(o.Code, o.Name, o.NameEn, o.FirstTimeFix, o.Key))
                .ToListAsync(ct),
            await db
                .Channels.AsNoTracking()
                .OrderBy(c => c.Position)
                .Select(c => new ChannelCard(c.Code, c.Name, c.NameEn))
                .ToListAsync(ct),
            await scope.ServiceProvider.GetRequiredService<ITopicTeams>().WithTeamAsync(ct)
        );
    }
}
