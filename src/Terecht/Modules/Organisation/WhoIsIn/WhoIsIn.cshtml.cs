using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.WhoIsIn;

/// <summary>
/// Who of a team is in, who is not and until when. Everybody reports their own absence, a lead that of the team, Regie that of all.
/// The part <c>lijst</c> is asked for by name when the feed says that something changed.
/// </summary>
[Needs(Right.WorkPromises, Right.LeadTeam, Right.Coordinate)]
internal sealed class WhoIsInModel(IOrganisation organisation, AbsenceBook book, CurrentUser me, TimeProvider clock)
    : PageModel
{
    /// <summary>Code of the team that is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "team")]
    public string? TeamCode { get; set; }

    /// <summary>Whose form is open.</summary>
    [BindProperty(SupportsGet = true, Name = "wie")]
    public Guid? Who { get; set; }

    /// <summary>The absence that is changed; a new one without it.</summary>
    [BindProperty(SupportsGet = true, Name = "wijzig")]
    public Guid? Changing { get; set; }

    /// <summary>Of whom something was just saved.</summary>
    [BindProperty(SupportsGet = true, Name = "klaar")]
    public Guid? Done { get; set; }

    [BindProperty(SupportsGet = true, Name = "deel")]
    public string? Part { get; set; }

    [BindProperty]
    public AbsenceForm Form { get; set; } = new();

    public OrganisationNow Town { get; private set; } = null!;
    public Instant Now { get; private set; }
    public TeamCard? Team { get; private set; }
    public IReadOnlyList<TeamCard> Teams { get; private set; } = [];
    public IReadOnlyList<StaffCard> People { get; private set; } = [];

    /// <summary>Whose form is open, when they may be reported by who looks.</summary>
    public StaffCard? Person { get; private set; }
    public StaffCard? MySelf => Town.FindStaff(me.StaffId);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Who is not null && Person is null)
        {
            return Forbid();
        }
        if (Person is { } person)
        {
            Fill(person);
        }
        return Part switch
        {
            null => Page(),
            "lijst" => Partial("_People", this),
            _ => NotFound(),
        };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        SaveAsync((person, address) => book.SaveAsync(Form, person, address, (me.AccountId, me.StaffId), ct), ct);

    public Task<IActionResult> OnPostEndAsync(CancellationToken ct) =>
        SaveAsync((person, address) => book.EndAsync(Form, person, address, me.AccountId, ct), ct);

    public bool MayReport(StaffCard person) =>
        person.Id == me.StaffId
        || me.May(Right.Coordinate)
        || (
            me.May(Right.LeadTeam)
            && MySelf is { } own
            && person.Teams.Any(t => own.Leads.Contains(t) || own.Deputises.Contains(t))
        );

    public bool IsMe(StaffCard person) => person.Id == me.StaffId;

    public string Address(string more) =>
        "/team/aanwezigheid?" + (Team is null ? "" : $"team={Uri.EscapeDataString(Team.Code)}&") + more;

    private async Task<IActionResult> SaveAsync(
        Func<StaffCard, string, Task<AbsenceOutcome>> save,
        CancellationToken ct
    )
    {
        Who = Form.StaffId;
        Changing = Form.AbsenceId;
        await LoadAsync(ct);
        if (Person is not { } person)
        {
            return Forbid();
        }
        var outcome = await save(person, Address($"klaar={person.Id}"));
        if (outcome.Address is { } address)
        {
            return Redirect(address);
        }
        ModelState.AddModelError("Form." + outcome.Field, outcome.Sentence);
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Now = clock.Now();
        Town = await organisation.NowAsync(ct);
        Teams = [.. Town.Teams.Where(t => MySelf?.Teams.Contains(t.Id) == true || me.May(Right.Coordinate))];
        Team =
            Teams.FirstOrDefault(t => t.Code == TeamCode)
            ?? Teams.FirstOrDefault(t => MySelf?.Teams.Contains(t.Id) == true)
            ?? (Teams is [var first, ..] ? first : null);
        var today = Now.Local().Date;
        var people =
            Team is { } team ? Town.MembersOf(team.Id)
            : MySelf is { } own ? [own]
            : [];
        // Who is in comes first, as on the page of the team.
        People =
        [
            .. people
                .Where(p => p.WorksOn(today))
                .OrderBy(p => p.AwayAt(Now) is not null)
                .ThenBy(p => p.Name, StringComparer.CurrentCulture),
        ];
        Person = Town.FindStaff(Who) is { } person && MayReport(person) ? person : null;
    }

    private void Fill(StaffCard person)
    {
        var known = person.Absences.FirstOrDefault(a => a.Id == Changing);
        Form = new AbsenceForm
        {
            StaffId = person.Id,
            AbsenceId = known?.Id,
            Why = known?.Why ?? (IsMe(person) ? AbsenceWords.Leave : AbsenceWords.Sick),
            From = Iso(known?.From ?? Now),
            Until = known?.Until is { } until ? Iso(until) : "",
        };
    }

    private static string Iso(Instant at) => NodaTime.Text.LocalDatePattern.Iso.Format(at.Local().Date);
}
