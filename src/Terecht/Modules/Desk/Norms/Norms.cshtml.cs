using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Desk.Manage;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.Norms;

/// <summary>
/// All norms, and one of them as a form with what a change would do beside it. Every button sends the whole form, so that nothing
/// typed is lost, also without script.
/// </summary>
[Needs(Right.Administer)]
internal sealed class NormsModel(
    INorms norms,
    ICitySets cities,
    IMunicipalityRules rules,
    ICalendars calendars,
    ICatalogue catalogue,
    IOrganisation organisation,
    NormOutcomes outcomes,
    RequestKeys requestKeys,
    TerechtDb db,
    CurrentUser me,
    TimeProvider clock
) : PageModel
{
    public const string New = "nieuw";

    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    /// <summary>Code of the municipality; the first one where there is one.</summary>
    [BindProperty(SupportsGet = true, Name = "gemeente")]
    public string? MunicipalityCode { get; set; }

    /// <summary>Number of a version to show.</summary>
    [BindProperty(SupportsGet = true, Name = "versie")]
    public int? Older { get; set; }

    /// <summary>Number of the version that was just saved.</summary>
    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public int? Saved { get; set; }

    /// <summary>Code of the city whose norms were just taken over.</summary>
    [BindProperty(SupportsGet = true, Name = "overgenomen")]
    public string? TakenOver { get; set; }

    [BindProperty(SupportsGet = true, Name = "deel")]
    public string? Part { get; set; }

    [BindProperty]
    public NormForm Form { get; set; } = new();

    public OrganisationNow Organisation { get; private set; } = null!;
    public MunicipalityCard Municipality { get; private set; } = null!;
    public ManageCounts Counts { get; private set; } = null!;
    public NormPlaces Places { get; private set; } = null!;
    public IReadOnlyList<NormSheet> List { get; private set; } = [];
    public IReadOnlyList<TargetCard> Targets { get; private set; } = [];
    public IReadOnlyList<CitySet> Cities => cities.All;
    public bool AcquisitionNotOwed { get; private set; }
    public NormSheet? Sheet { get; private set; }
    public NormVersionCard? OlderVersion { get; private set; }
    public NormOutcome? Outcome { get; private set; }
    public TeamCard? TryTeam { get; private set; }
    public Instant Now { get; private set; }
    public LocalDate Today { get; private set; }

    /// <summary>What was saved by somebody else while this was typed.</summary>
    public NormVersionCard? Newer { get; private set; }

    /// <summary>Pressed to save, but nothing is different.</summary>
    public bool Unchanged { get; private set; }
    public bool IsNew => Code == New;
    public bool HasForm => IsNew || Sheet is not null;

    public string Address(string code) =>
        $"/beheer/normen/{Uri.EscapeDataString(code)}?gemeente={Uri.EscapeDataString(Municipality.Code)}";

    public string Who(Guid? staff) => Organisation.FindStaff(staff)?.Name ?? "Bij het inlezen";

    public string PlacesInWords(NormSheet sheet) =>
        sheet.Places.Count == 0
            ? "geldt nergens"
            : string.Join(", ", sheet.Places.Take(3).Select(InWords))
                + (sheet.Places.Count > 3 ? $" en {sheet.Places.Count - 3} andere plekken" : "");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }
        if (Older is { } number && Sheet is not null)
        {
            OlderVersion = Sheet.Versions.FirstOrDefault(v => v.Norm.Version == number);
            if (OlderVersion is null)
            {
                return NotFound();
            }
        }
        if (HasForm)
        {
            Form = Sheet is null ? NormForm.Empty(Today) : NormForm.Of(Sheet, Places, Today);
            await TryOutAsync(new NormTyped(Form, Places, Today).Read(Municipality.Id, Code!, IsNew), ct);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // What could not be bound is said in our own words; what is shown again is the form, not what came before it.
        ModelState.Clear();
        if (!await LoadAsync(ct) || !HasForm)
        {
            return NotFound();
        }
        if (await requestKeys.EarlierAsync(Form.RequestKey, ct) is { } earlier)
        {
            return LocalRedirect(earlier);
        }
        var typed = new NormTyped(Form, Places, Today);
        var code = IsNew ? Form.Code?.Trim().ToLowerInvariant() ?? "" : Sheet!.Norm.Code;
        if (NormButtons.Apply(Form))
        {
            await TryOutAsync(typed.Read(Municipality.Id, code, IsNew), ct);
            return Page();
        }
        var edit = typed.Read(Municipality.Id, code, IsNew);
        foreach (var fault in typed.Faults.Concat(IsNew ? Codes.Faults(code, New) : []))
        {
            ModelState.AddModelError(fault.Field, fault.Sentence);
        }
        if (edit is not null && ModelState.IsValid && Form.Doe == "bewaar" && await SaveAsync(edit, ct) is { } done)
        {
            return done;
        }
        await TryOutAsync(edit, ct);
        if (Part == "gevolg")
        {
            return Partial("_Outcome", this);
        }
        var page = Page();
        page.StatusCode =
            Newer is not null ? StatusCodes.Status409Conflict
            : ModelState.IsValid ? StatusCodes.Status200OK
            : StatusCodes.Status400BadRequest;
        return page;
    }

    private string InWords(NormPlace place) =>
        place.Kind is null ? Places.InWords(place) : $"{Places.InWords(place)} ({NormWords.KindInWords(place.Kind)})";

    /// <summary>Null when it was not saved; the page then says why.</summary>
    private async Task<IActionResult?> SaveAsync(EditNorm edit, CancellationToken ct)
    {
        switch (await norms.EditAsync(edit, ct))
        {
            case NormEdited.Done done:
                try
                {
                    var address = $"{Address(edit.Code)}&bewaard={done.Number}";
                    var outcome = await requestKeys.SaveOnceAsync(Form.RequestKey, address, me.AccountId, ct);
                    norms.Forget();
                    return LocalRedirect(outcome);
                }
                catch (DbUpdateException)
                {
                    // In this very second somebody else changed this norm, or took one of its places.
                    db.ChangeTracker.Clear();
                    await LoadAsync(ct);
                    Collided(Sheet?.Versions[0] ?? List[0].Versions[0]);
                    return null;
                }
            case NormEdited.Stale stale:
                Collided(stale.Newer);
                return null;
            case NormEdited.Wrong wrong:
                ModelState.AddModelError(
                    wrong.Field == "Places" ? "Form.Places[0].Where" : $"Form.{wrong.Field}",
                    wrong.Sentence
                );
                return null;
            default:
                Unchanged = true;
                return null;
        }
    }

    /// <summary>The next press saves over it, knowingly.</summary>
    private void Collided(NormVersionCard newer)
    {
        Newer = newer;
        Form.BasedOn = Sheet?.Norm.Version ?? 0;
        Form.PlacesSeen = NormPlace.Key(Sheet?.Places ?? []);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        (Now, Today) = (clock.Now(), clock.Today());
        Organisation = await organisation.NowAsync(ct);
        if (
            Organisation.Municipalities.FirstOrDefault(m =>
                string.IsNullOrEmpty(MunicipalityCode) || m.Code == MunicipalityCode
            )
            is not { } municipality
        )
        {
            return false;
        }
        Municipality = municipality;
        Places = new NormPlaces(municipality.Id, Organisation, await catalogue.NowAsync(ct));
        List = await norms.ListAsync(municipality.Id, ct);
        Targets = await norms.TargetsAsync(municipality.Id, ct);
        AcquisitionNotOwed = (await rules.OfAsync(municipality.Id, ct)).AcquisitionNotOwed;
        var count = (await calendars.ListAsync(ct)).Count(c => c.MunicipalityId == municipality.Id);
        Counts = new ManageCounts("normen", List.Count, count);
        Sheet = List.FirstOrDefault(s => s.Norm.Code == Code);
        return Code is null || HasForm;
    }

    private async Task TryOutAsync(EditNorm? edit, CancellationToken ct)
    {
        var teams = Organisation.Teams.Where(t => t.MunicipalityId == Municipality.Id).ToList();
        var mine = edit?.Places.Select(p => Organisation.FindTeam(p.TeamId)).OfType<TeamCard>() ?? [];
        TryTeam = teams.Find(t => t.Code == Form.Team) ?? mine.Concat(teams).FirstOrDefault();
        var own = Typed.Moment(Form.Try, Now.Local().Year);
        if (own is null && !string.IsNullOrWhiteSpace(Form.Try))
        {
            ModelState.AddModelError(
                "Form.Try",
                "Dit is geen moment. Schrijf een dag en een tijd, bijvoorbeeld di 11 mei 12.15."
            );
        }
        if (edit is not null && TryTeam is not null)
        {
            Outcome = await outcomes.OfAsync(Sheet, edit, List, Places, TryTeam, own, ct);
        }
    }
}
