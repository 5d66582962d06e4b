using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Promises.NotOwed;

/// <summary>What a municipality decided beforehand: acquisition is not owed, so nobody has to ask Regie.</summary>
internal sealed class NotOwedRules(TerechtDb db, ICatalogue catalogue, IContacts contacts)
{
    public async Task<bool> AllowAsync(PromiseAct.End act, Promise promise, CancellationToken ct) =>
        act.Reason == NotOwedReason.Acquisition
        && await db.MunicipalityRules.AnyAsync(
            r => r.MunicipalityId == promise.MunicipalityId && r.AcquisitionNotOwed,
            ct
        )
        && (await catalogue.NowAsync(ct))
            .FindTopic((await contacts.FindMatterAsync(promise.MatterId, ct))?.TopicId)
            ?.IsAcquisition == true;
}
