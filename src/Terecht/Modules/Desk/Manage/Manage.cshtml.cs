using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Desk.Manage;

/// <summary>Where an administrator begins: what there is to keep.</summary>
[Needs(Right.Administer)]
internal sealed class ManageModel(IOrganisation organisation, ICalendars calendars, INorms norms) : PageModel
{
    public ManageCounts Counts { get; private set; } = new("", 0, 0);
    public int Teams { get; private set; }
    public int Targets { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = await organisation.NowAsync(ct);
        var (ofNorms, ofTargets) = (0, 0);
        foreach (var municipality in now.Municipalities)
        {
            ofNorms += (await norms.ListAsync(municipality.Id, ct)).Count;
            ofTargets += (await norms.TargetsAsync(municipality.Id, ct)).Count;
        }
        Counts = new ManageCounts("", ofNorms, (await calendars.ListAsync(ct)).Count);
        (Teams, Targets) = (now.Teams.Count, ofTargets);
    }
}
