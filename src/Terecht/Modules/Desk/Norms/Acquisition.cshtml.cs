using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.Norms;

/// <summary>Whether Regie decides about acquisition each time, or the municipality decided beforehand that it is not owed.</summary>
[Needs(Right.Administer)]
internal sealed class AcquisitionModel(
    IMunicipalityRules rules,
    ICatalogue catalogue,
    IOrganisation organisation,
    RequestKeys requestKeys,
    TerechtDb db,
    CurrentUser me,
    TimeProvider clock
) : PageModel
{
    private const string Beforehand = "vooraf";
    private const string ByRegie = "regie";

    /// <summary>Code of the municipality; the first one where there is one.</summary>
    [BindProperty(SupportsGet = true, Name = "gemeente")]
    public string? MunicipalityCode { get; set; }

    /// <summary>It was just saved.</summary>
    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public bool Saved { get; set; }

    public MunicipalityCard Municipality { get; private set; } = null!;
    public MunicipalityRules Rules { get; private set; } = null!;

    /// <summary>Names of the topics that are acquisition; the rule is about these alone.</summary>
    public IReadOnlyList<string> Topics { get; private set; } = [];
    public string? ChangedBy { get; private set; }
    public Instant Now { get; private set; }

    /// <summary>What was chosen, on the way to being saved; what holds otherwise.</summary>
    public string Chosen { get; private set; } = ByRegie;

    public static string Address(MunicipalityCard of) =>
        $"/beheer/normen/regel/acquisitie?gemeente={Uri.EscapeDataString(of.Code)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? wie, Guid requestKey, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }
        if (await requestKeys.EarlierAsync(requestKey, ct) is { } earlier)
        {
            return LocalRedirect(earlier);
        }
        if (wie is not (Beforehand or ByRegie))
        {
            ModelState.AddModelError("wie", "Kies wie beslist.");
            return Again(StatusCodes.Status400BadRequest);
        }
        try
        {
            await rules.DecideAcquisitionAsync(Municipality.Id, wie == Beforehand, ct);
            var address = $"{Address(Municipality)}&bewaard=true";
            return LocalRedirect(await requestKeys.SaveOnceAsync(requestKey, address, me.AccountId, ct));
        }
        catch (DbUpdateException)
        {
            // The first decision of this municipality, by two at once.
            db.ChangeTracker.Clear();
            await LoadAsync(ct);
            Chosen = wie;
            ModelState.AddModelError("wie", "Een collega bewaarde dit net. Kijk wat er nu staat, en druk opnieuw.");
            return Again(StatusCodes.Status409Conflict);
        }
    }

    private PageResult Again(int status)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Now = clock.Now();
        var town = await organisation.NowAsync(ct);
        if (
            town.Municipalities.FirstOrDefault(m =>
                string.IsNullOrEmpty(MunicipalityCode) || m.Code == MunicipalityCode
            )
            is not { } municipality
        )
        {
            return false;
        }
        Municipality = municipality;
        Rules = await rules.OfAsync(municipality.Id, ct);
        ChangedBy = town.FindStaff(Rules.ChangedBy)?.Name;
        Chosen = Rules.AcquisitionNotOwed ? Beforehand : ByRegie;
        Topics =
        [
            .. (await catalogue.NowAsync(ct))
                .Topics.Where(t => t.MunicipalityId == municipality.Id && t.IsAcquisition)
                .Select(t => t.Name)
                .Order(StringComparer.CurrentCulture),
        ];
        return true;
    }
}
