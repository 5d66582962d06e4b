using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;

namespace Terecht.Modules.Promises.NotOwed;

/// <summary>An administrator decides for the whole municipality; it holds from now on, and changes nothing that ended.</summary>
internal sealed class DecidedBeforehand(TerechtDb db, EventLog events) : IMunicipalityRules
{
    public async Task<MunicipalityRules> OfAsync(Guid municipalityId, CancellationToken ct)
    {
        var notOwed = await db.MunicipalityRules.AnyAsync(
            r => r.MunicipalityId == municipalityId && r.AcquisitionNotOwed,
            ct
        );
        var asked = await db.Promises.CountAsync(
            p =>
                p.MunicipalityId == municipalityId
                && p.EndedAt == null
                && p.NotOwedAskedAt != null
                && p.NotOwedReason == NotOwedReason.Acquisition,
            ct
        );
        var last = await db.Set<EventRow>()
            .AsNoTracking()
            .Where(e => e.StreamId == municipalityId && e.Type == MunicipalityRuleChanged.Type)
            .OrderByDescending(e => e.Id)
            .FirstOrDefaultAsync(ct);
        return new MunicipalityRules(notOwed, asked, last?.RecordedAt, last?.ActorId);
    }

    public async Task<bool> DecideAcquisitionAsync(Guid municipalityId, bool notOwed, CancellationToken ct)
    {
        var rule = await db.MunicipalityRules.SingleOrDefaultAsync(r => r.MunicipalityId == municipalityId, ct);
        if ((rule?.AcquisitionNotOwed ?? false) == notOwed)
        {
            return false;
        }
        if (rule is null)
        {
            db.Add(new MunicipalityRule { MunicipalityId = municipalityId, AcquisitionNotOwed = notOwed });
        }
        else
        {
            rule.AcquisitionNotOwed = notOwed;
        }
        events.Record(new MunicipalityRuleChanged(municipalityId, notOwed));
        return true;
    }
}
