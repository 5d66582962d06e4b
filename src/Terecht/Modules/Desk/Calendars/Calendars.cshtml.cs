using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Desk.Manage;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.Calendars;

/// <summary>
/// All calendars, and one of them as a form with what a change would do beside it. Every button sends the whole form, so that
/// nothing typed is lost, also without script.
/// </summary>
[Needs(Right.Administer)]
internal sealed class CalendarsModel(
    ICalendars calendars,
    INorms norms,
    IOrganisation organisation,
    CalendarOutcomes outcomes,
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

    /// <summary>Number of an older version to show.</summary>
    [BindProperty(SupportsGet = true, Name = "versie")]
    public int? Older { get; set; }

    /// <summary>Number of the version that was just saved.</summary>
    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public int? Saved { get; set; }

    [BindProperty(SupportsGet = true, Name = "deel")]
    public string? Part { get; set; }

    [BindProperty]
    public CalendarForm Form { get; set; } = new();

    public OrganisationNow Organisation { get; private set; } = null!;
    public MunicipalityCard Municipality { get; private set; } = null!;
    public ManageCounts Counts { get; private set; } = null!;
    public IReadOnlyList<CalendarCard> List { get; private set; } = [];
    public CalendarSheet? Sheet { get; private set; }
    public ServiceCalendar? OlderVersion { get; private set; }
    public HolidayYears Holidays { get; private set; } = null!;
    public CalendarOutcome? Outcome { get; private set; }

    /// <summary>Why there is no outcome.</summary>
    public string? NoOutcome { get; private set; }
    public Norm? Norm { get; private set; }
    public TeamCard? TryTeam { get; private set; }
    public Instant Now { get; private set; }

    /// <summary>What was saved by somebody else while this was typed.</summary>
    public CalendarVersionCard? Newer { get; private set; }

    /// <summary>Pressed to save, but nothing is different.</summary>
    public bool Unchanged { get; private set; }
    public bool IsNew => Code == New;
    public bool HasForm => IsNew || Sheet is not null;

    public string Address(string code) =>
        $"/beheer/kalenders/{Uri.EscapeDataString(code)}?gemeente={Uri.EscapeDataString(Municipality.Code)}";

    public string Who(Guid? staff) => Organisation.FindStaff(staff)?.Name ?? "Bij het inlezen";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }
        if (Older is { } number && Sheet is not null)
        {
            if (Sheet.Versions.FirstOrDefault(v => v.Number == number) is not { } version)
            {
                return NotFound();
            }
            OlderVersion = await organisation.CalendarVersionAsync(version.Id, ct);
        }
        if (HasForm)
        {
            Form = Sheet is null
                ? new CalendarForm { Weeks = [WeekForm.Empty()] }
                : CalendarForm.Of(Sheet.Current, Holidays);
            await TryOutAsync(Sheet?.Current ?? new CalendarTyped(Form, Holidays).Read(null, New), ct);
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
        Form.Complete();
        if (CalendarButtons.Apply(Form))
        {
            var half = new CalendarTyped(Form, Holidays);
            var read = half.Read(Sheet?.Current, Code!);
            await TryOutAsync(half.Faults.Count == 0 ? read : Sheet?.Current ?? read, ct);
            return Page();
        }
        var typed = new CalendarTyped(Form, Holidays);
        var code = IsNew ? Form.Code?.Trim().ToLowerInvariant() ?? "" : Sheet!.Code;
        var calendar = typed.Read(Sheet?.Current, code);
        foreach (var fault in typed.Faults.Concat(IsNew ? Codes.Faults(code, New) : []))
        {
            ModelState.AddModelError(fault.Field, fault.Sentence);
        }
        if (ModelState.IsValid && Form.Doe == "bewaar" && await SaveAsync(calendar, code, ct) is { } done)
        {
            return done;
        }
        // Half a calendar would frighten for nothing: what cannot be read is worked out when it can.
        await TryOutAsync(ModelState.IsValid ? calendar : Sheet?.Current ?? calendar, ct);
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

    /// <summary>Null when it was not saved; the page then says why.</summary>
    private async Task<IActionResult?> SaveAsync(ServiceCalendar calendar, string code, CancellationToken ct)
    {
        var edit = new EditCalendar(
            Municipality.Id,
            code,
            calendar.Name,
            calendar.Hours,
            calendar.Closures,
            IsNew ? null : Form.BasedOn
        );
        switch (await calendars.EditAsync(edit, ct))
        {
            case CalendarEdited.Done done:
                try
                {
                    var address = $"{Address(code)}&bewaard={done.Number}";
                    var outcome = await requestKeys.SaveOnceAsync(Form.RequestKey, address, me.AccountId, ct);
                    calendars.Forget();
                    return LocalRedirect(outcome);
                }
                catch (DbUpdateException)
                {
                    // In this very second somebody else did.
                    db.ChangeTracker.Clear();
                    await LoadAsync(ct);
                    Collided(Sheet?.Versions[0]);
                    return null;
                }
            case CalendarEdited.Stale stale:
                Collided(stale.Newer);
                return null;
            case CalendarEdited.Wrong wrong:
                ModelState.AddModelError("Form.Name", wrong.Sentence);
                return null;
            default:
                Unchanged = true;
                return null;
        }
    }

    /// <summary>The next press saves over it, knowingly.</summary>
    private void Collided(CalendarVersionCard? newer)
    {
        Newer = newer;
        Form.BasedOn = newer?.Number ?? 0;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Now = clock.Now();
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
        Holidays = new HolidayYears(clock.Today().Year);
        List = [.. (await calendars.ListAsync(ct)).Where(c => c.MunicipalityId == municipality.Id)];
        Counts = new ManageCounts("kalenders", (await norms.ListAsync(municipality.Id, ct)).Count, List.Count);
        Sheet = Code is null or New ? null : await calendars.FindAsync(municipality.Id, Code, ct);
        return Code is null || HasForm;
    }

    private async Task TryOutAsync(ServiceCalendar typed, CancellationToken ct)
    {
        var teams = Organisation.Teams.Where(t => t.MunicipalityId == Municipality.Id).ToList();
        var mine = teams.Where(t => Sheet?.TeamIds.Contains(t.Id) == true).ToList();
        TryTeam = teams.Find(t => t.Code == Form.Team) ?? mine.Concat(teams).FirstOrDefault();
        Norm = TryTeam is null ? null : await norms.ForAsync(Municipality.Id, TryTeam.Id, null, "call", ct);
        if (TryTeam is null || Norm is null)
        {
            NoOutcome = "Er is nog geen team of geen norm. Daarom valt er niets uit te rekenen.";
            return;
        }
        var own = Typed.Moment(Form.Try, Now.Local().Year);
        if (own is null && !string.IsNullOrWhiteSpace(Form.Try))
        {
            ModelState.AddModelError(
                "Form.Try",
                "Dit is geen moment. Schrijf een dag en een tijd, bijvoorbeeld di 11 mei 12.15."
            );
        }
        Outcome = await outcomes.OfAsync(Sheet?.Current, typed, Sheet?.TeamIds ?? [], TryTeam, Norm, own, ct);
    }
}
