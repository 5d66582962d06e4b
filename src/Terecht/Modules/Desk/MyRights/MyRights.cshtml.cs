using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.MyRights;

/// <summary>Everybody's own roles, rights and teams in words, and the switch for single letters as keys.</summary>
[Needs(Right.Own)]
internal sealed class MyRightsModel(
    CurrentUser me,
    IOrganisation organisation,
    IOwnSettings own,
    RequestKeys requestKeys
) : PageModel
{
    public CurrentUser Me => me;
    public IReadOnlyList<Role> Roles { get; private set; } = [];
    public IReadOnlyList<Right> Rights { get; private set; } = [];
    public IReadOnlyList<(TeamCard Team, bool Leads)> Teams { get; private set; } = [];

    /// <summary>What was just saved: keys off, or on; null when nothing was.</summary>
    [BindProperty(SupportsGet = true, Name = "uit")]
    public bool? Saved { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Roles = [.. Access.Contracts.Roles.Of(me.Roles)];
        Rights = [.. Access.Contracts.Roles.RightsOf(me.Roles).Order()];
        var now = await organisation.NowAsync(ct);
        if (now.FindStaff(me.StaffId) is { } card)
        {
            Teams =
            [
                .. card
                    .Teams.Select(id => (Team: now.Team(id), Leads: card.Leads.Contains(id)))
                    .OrderBy(t => t.Team.Name, StringComparer.CurrentCulture),
            ];
        }
    }

    public async Task<IActionResult> OnPostAsync(bool off, Guid requestKey, CancellationToken ct)
    {
        await own.SwitchKeysAsync(me.AccountId, off, ct);
        var outcome = await requestKeys.SaveOnceAsync(
            requestKey,
            off ? "/mijn-rechten?uit=true" : "/mijn-rechten?uit=false",
            me.AccountId,
            ct
        );
        await own.RenewSessionAsync(me.AccountId);
        return LocalRedirect(outcome);
    }
}
