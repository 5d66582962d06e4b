using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.People.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Worklist;

/// <summary>
/// What a team owes, most urgent first, and one promise beside it with its whole story. The parts <c>lijst</c>, <c>kop</c> and
/// <c>verhaal</c> are asked for by name when the feed says that something changed.
/// </summary>
[Needs(Right.WorkPromises)]
internal sealed class WorklistModel(
    WorklistQuery list,
    WorklistCounts counts,
    PromiseCaseReader cases,
    ActChoices choices,
    ActRunner acts,
    IOrganisation organisation,
    IPeople people,
    TerechtDb db,
    CurrentUser me,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>Code of the team whose list is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "team")]
    public string? TeamCode { get; set; }

    /// <summary>alles, mij, niemand, retour or afwezig.</summary>
    [BindProperty(SupportsGet = true, Name = "wie")]
    public string? Who { get; set; }

    /// <summary>The form that is open under the actions; see <see cref="ActForm.Doe"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "doe")]
    public string? Act { get; set; }

    /// <summary>The last row of the page before: its moment and its id.</summary>
    [BindProperty(SupportsGet = true, Name = "na")]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "deel")]
    public string? Part { get; set; }

    [BindProperty(SupportsGet = true)]
    public ActForm Form { get; set; } = new();

    public OrganisationNow Organisation { get; private set; } = null!;
    public TeamCard? Team { get; private set; }
    public IReadOnlyList<TeamCard> Teams { get; private set; } = [];
    public WorklistFilter Filter { get; private set; }
    public WorklistPage List { get; private set; } = new([], false, new Dictionary<Guid, string>());
    public IReadOnlyDictionary<WorklistFilter, int> Counts { get; private set; } =
        new Dictionary<WorklistFilter, int>();
    public PromiseCase? Case { get; private set; }
    public ActOptions Options { get; private set; } = new([], [], [], []);
    public Instant Now { get; private set; }
    public Guid Me => me.StaffId;

    /// <summary>What a colleague did first, when the actor's view was old.</summary>
    public string? Collision { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }
        if (Part is null && Case?.Promise.ToPartyId is { } party)
        {
            // Opening a record is one line; a live refresh is none.
            people.LogRead(me.StaffId, "promise", [party]);
            await db.SaveChangesAsync(ct);
        }
        return Part switch
        {
            null => Page(),
            "lijst" => Partial("_List", this),
            "kop" when Case is not null => Partial("_Head", this),
            "zin" when Case is not null => Partial("Acts/_RenewalWords", this),
            "verhaal" when Case is not null => Partial("_Story", this),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Id is not { } id || await cases.RowAsync(id, ct) is not { } row)
        {
            return NotFound();
        }
        Organisation = await organisation.NowAsync(ct);
        // Taking back one's own act is judged by the act itself, wherever the promise is by now.
        if (!MayAct(row) && Form.Doe != "ongedaan")
        {
            // Who passed it on may act no more; sent twice, that is answered as the first time.
            return await acts.EarlierAsync(Form.RequestKey, ct) is { } earlier ? Redirect(earlier) : Forbid();
        }
        switch (await acts.RunAsync(Form, row, $"/werkvoorraad/{row.PromiseId}{Keep(row)}", me, MayDirect(row), ct))
        {
            case ActOutcome.Done done:
                return Redirect(done.Address);
            case ActOutcome.Wrong wrong:
                ModelState.AddModelError(wrong.Field, wrong.Sentence);
                break;
            case ActOutcome.Collided collided:
                Collision = collided.Sentence;
                break;
        }
        Act ??= Form.Doe;
        await LoadAsync(ct);
        var page = Page();
        page.StatusCode = Collision is null ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return page;
    }

    /// <summary>The address of a row in this list, with its filter.</summary>
    public string Address(Guid promise) => $"/werkvoorraad/{promise}{Query()}";

    public string Query(WorklistFilter? filter = null)
    {
        var who = (filter ?? Filter) switch
        {
            WorklistFilter.Mine => "&wie=mij",
            WorklistFilter.Nobody => "&wie=niemand",
            WorklistFilter.Bounced => "&wie=retour",
            WorklistFilter.Away => "&wie=afwezig",
            _ => "",
        };
        return Team is null ? "" : $"?team={Uri.EscapeDataString(Team.Code)}{who}";
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Now = clock.Now();
        Organisation = await organisation.NowAsync(ct);
        var row = Id is { } id ? await cases.RowAsync(id, ct) : null;
        if (Id is not null && row is null)
        {
            return false;
        }
        Teams = [.. Organisation.Teams.Where(t => MySelf?.Teams.Contains(t.Id) == true || me.May(Right.Coordinate))];
        Team =
            Teams.FirstOrDefault(t => t.Code == TeamCode)
            ?? Teams.FirstOrDefault(t => t.Id == row?.TeamId)
            ?? Teams.FirstOrDefault(t => MySelf?.Teams.Contains(t.Id) == true)
            ?? (Teams is [var first, ..] ? first : null);
        Filter = Who switch
        {
            "mij" => WorklistFilter.Mine,
            "niemand" => WorklistFilter.Nobody,
            "retour" => WorklistFilter.Bounced,
            "afwezig" => WorklistFilter.Away,
            _ => WorklistFilter.All,
        };
        if (Team is not null)
        {
            var (due, promise) = Cursor(After);
            List = await list.ReadAsync(Team.Id, Filter, me.StaffId, due, promise, ct);
            Counts = await counts.ForAsync(Team.Id, me.StaffId);
        }
        Case = row is null
            ? null
            : await cases.CaseAsync(row, me.StaffId, MayAct(row), MayDirect(row), me.May(Right.Coordinate), ct);
        if (Case is not null)
        {
            Options = await choices.ForAsync(Act, Case, ct);
        }
        return true;
    }

    private StaffCard? MySelf => Organisation.FindStaff(me.StaffId);

    private bool MayAct(PromiseRow row) => me.May(Right.Coordinate) || MySelf?.Teams.Contains(row.TeamId) == true;

    private bool MayDirect(PromiseRow row) =>
        me.May(Right.Coordinate) || (me.May(Right.LeadTeam) && MySelf?.Leads.Contains(row.TeamId) == true);

    private string Keep(PromiseRow row) =>
        TeamCode is null
            ? $"?team={Uri.EscapeDataString(Organisation.Team(row.TeamId).Code)}"
            : $"?team={Uri.EscapeDataString(TeamCode)}&wie={Uri.EscapeDataString(Who ?? "")}";

    private static (Instant? Due, Guid? Id) Cursor(string? text) =>
        text?.Split('_') is [var seconds, var id]
        && long.TryParse(seconds, out var due)
        && due is > 0 and < 253_402_300_800
        && Guid.TryParse(id, out var promise)
            ? (Instant.FromUnixTimeSeconds(due), promise)
            : (null, null);
}
