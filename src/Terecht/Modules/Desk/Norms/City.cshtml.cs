using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Desk.WhatIf;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.Norms;

/// <summary>What taking over a city's norms would change, before anything is saved; and the button that does it.</summary>
[Needs(Right.Administer)]
internal sealed class CityModel(
    ICitySets cities,
    INorms norms,
    IOrganisation organisation,
    WhatIf.WhatIf whatIf,
    RequestKeys requestKeys,
    TerechtDb db,
    CurrentUser me,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "city")]
    public string City { get; set; } = "";

    /// <summary>Code of the municipality; the first one where there is one.</summary>
    [BindProperty(SupportsGet = true, Name = "gemeente")]
    public string? MunicipalityCode { get; set; }

    public CitySet Set { get; private set; } = null!;
    public MunicipalityCard Municipality { get; private set; } = null!;
    public IReadOnlyList<CityChange> Norms { get; private set; } = [];
    public IReadOnlyList<(TargetCard New, TargetCard? Now)> Targets { get; private set; } = [];

    /// <summary>The norm that holds for the whole municipality: what an administrator changes by hand.</summary>
    public NormSheet? Usual { get; private set; }

    /// <summary>Why it was not taken over.</summary>
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid requestKey, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }
        if (await requestKeys.EarlierAsync(requestKey, ct) is { } earlier)
        {
            return LocalRedirect(earlier);
        }
        Refusal = await cities.TakeOverAsync(Municipality.Id, Set, clock.Today(), ct);
        if (Refusal is null)
        {
            try
            {
                var address =
                    $"/beheer/normen?gemeente={Uri.EscapeDataString(Municipality.Code)}&overgenomen={Set.Code}";
                var outcome = await requestKeys.SaveOnceAsync(requestKey, address, me.AccountId, ct);
                norms.Forget();
                return LocalRedirect(outcome);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                await LoadAsync(ct);
                Refusal = "Een collega bewaarde intussen een norm. Kijk nog eens wat er verandert, en druk opnieuw.";
            }
        }
        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var now = await organisation.NowAsync(ct);
        var municipality = now.Municipalities.FirstOrDefault(m =>
            string.IsNullOrEmpty(MunicipalityCode) || m.Code == MunicipalityCode
        );
        var set = cities.All.FirstOrDefault(c => c.Code == City);
        if (municipality is null || set is null)
        {
            return false;
        }
        (Municipality, Set) = (municipality, set);
        var sheets = await norms.ListAsync(municipality.Id, ct);
        Usual = sheets.FirstOrDefault(s => s.Places.Any(p => p is { IsMunicipality: true, Kind: null }));
        Norms = [.. set.Norms.Select(n => Change(n, sheets, now))];
        var targets = await norms.TargetsAsync(municipality.Id, ct);
        Targets = [.. set.Targets.Select(t => (t, targets.FirstOrDefault(known => known.Code == t.Code)))];
        return true;
    }

    private CityChange Change(CityNorm norm, IReadOnlyList<NormSheet> sheets, OrganisationNow now)
    {
        var held = sheets.FirstOrDefault(s => s.Places.Contains(new NormPlace(null, null, norm.Kind))) ?? Usual;
        var team = now.Teams.FirstOrDefault(t => t.MunicipalityId == Municipality.Id);
        var before = held is null || team is null ? null : new Term(held.Norm.Rule, team.Calendar);
        return new CityChange(
            norm,
            held,
            team is null ? [] : whatIf.Examples(team, norm.Kind, before, new Term(norm.Rule, team.Calendar))
        );
    }
}

/// <param name="Held">The norm that holds in its place now; null when there is none.</param>
/// <param name="Said">What citizens hear, now and then.</param>
internal sealed record CityChange(CityNorm Norm, NormSheet? Held, IReadOnlyList<TrySaid> Said);
