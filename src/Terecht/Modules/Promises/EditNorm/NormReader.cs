using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Promises.EditNorm;

/// <summary>Norms as they are in the database now, also where the memory of this node is a moment behind.</summary>
internal sealed class NormReader(TerechtDb db)
{
    public async Task<IReadOnlyList<NormSheet>> ListAsync(Guid municipalityId, CancellationToken ct)
    {
        var norms = await db.Norms.AsNoTracking().Where(n => n.MunicipalityId == municipalityId).ToListAsync(ct);
        Guid[] ids = [.. norms.Select(n => n.Id)];
        var versions = (
            await db.NormVersions.AsNoTracking().Where(v => ids.Contains(v.NormId)).ToListAsync(ct)
        ).ToLookup(v => v.NormId);
        var scopes = (
            await db.NormScopes.AsNoTracking().Where(s => s.MunicipalityId == municipalityId).ToListAsync(ct)
        ).ToLookup(s => s.NormId, s => new NormPlace(s.TopicId, s.TeamId, s.Kind));
        return
        [
            .. norms
                .OrderBy(n => n.Name, StringComparer.CurrentCulture)
                .Select(n => new NormSheet(
                    n.MunicipalityId,
                    [.. scopes[n.Id]],
                    [.. versions[n.Id].OrderByDescending(v => v.Number).Select(v => Card(n, v))]
                )),
        ];
    }

    private static NormVersionCard Card(NormRow norm, NormVersion version) =>
        new(version.Of(norm), version.ValidFrom, version.RecordedAt, version.RecordedBy);
}
