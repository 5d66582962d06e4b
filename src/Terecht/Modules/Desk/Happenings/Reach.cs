using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Desk.Happenings;

/// <summary>Which happenings somebody sees, and who may give one a date.</summary>
internal sealed class Reach(IOrganisation organisation, CurrentUser me)
{
    /// <summary>Those of one's teams; all of them for who directs the work, and for who is in no team.</summary>
    public async Task<IReadOnlyList<Guid>> MunicipalitiesAsync(CancellationToken ct)
    {
        var now = await organisation.NowAsync(ct);
        var mine = now.Teams.Where(t => IsMine(now, t.Id)).Select(t => t.MunicipalityId).Distinct().ToList();
        return me.May(Right.Coordinate) || mine.Count == 0 ? [.. now.Municipalities.Select(m => m.Id)] : mine;
    }

    /// <summary>Whoever may work on one of the promises that are tied to it, and who directs the work.</summary>
    public async Task<bool> MayDateAsync(IEnumerable<DatedPromise> tied, CancellationToken ct)
    {
        var now = await organisation.NowAsync(ct);
        return me.May(Right.Coordinate) || tied.Any(p => IsMine(now, p.TeamId));
    }

    private bool IsMine(OrganisationNow now, Guid team) => now.FindStaff(me.StaffId)?.Teams.Contains(team) == true;
}
