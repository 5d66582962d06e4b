using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;

namespace Terecht.Modules.Promises.Notices;

/// <summary>Regie asks the lead of the owning team to look at a promise. Nothing about it changes.</summary>
internal sealed class AskLeadHandler(Notices notices)
{
    public async Task<ActResult> HandleAsync(Promise promise, CancellationToken ct)
    {
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond.");
        }
        return await notices.AskLeadAsync(promise, ct) is { } asked
            ? new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, asked)
            : new ActResult.Refused("Dit team heeft nu geen teamleider of vervanger die er is.");
    }
}
