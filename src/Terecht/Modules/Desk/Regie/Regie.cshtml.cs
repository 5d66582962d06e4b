using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Regie;

/// <summary>What was sent by the bar under the list.</summary>
public sealed class BulkForm
{
    public Guid RequestKey { get; set; }

    /// <summary>terug, team, wijs, vertel, vraag, ongedaan or stil (tells them nothing after all).</summary>
    public string Doe { get; set; } = "";
    public string? ToTeam { get; set; }
    public Guid? ToTeamId { get; set; }
    public Guid? ToStaff { get; set; }
}

/// <summary>
/// Everything that asks for somebody's eye, over all teams: late, without a holder, with somebody who is away, back for the third
/// time. Each count opens its rows; several rows at once can be given on, and that taken back.
/// </summary>
[Needs(Right.Coordinate)]
internal sealed class RegieModel(
    RegieCounts counts,
    RegieList list,
    RegieBulk bulk,
    IOrganisation organisation,
    CurrentUser me,
    TimeProvider clock
) : PageModel
{
    /// <summary>Code of a <see cref="RegieView"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "lijst")]
    public string? ViewCode { get; set; }

    /// <summary>Code of one team.</summary>
    [BindProperty(SupportsGet = true, Name = "team")]
    public string? TeamCode { get; set; }

    /// <summary>With the list dag: the column of the heat table.</summary>
    [BindProperty(SupportsGet = true, Name = "kolom")]
    public int Column { get; set; }

    [BindProperty(SupportsGet = true, Name = "na")]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "deel")]
    public string? Part { get; set; }

    /// <summary>After an act: how many, of how many, and what can be taken back.</summary>
    [BindProperty(SupportsGet = true, Name = "gedaan")]
    public string? Done { get; set; }

    [BindProperty]
    public BulkForm Form { get; set; } = new();

    [BindProperty]
    public string[] Pick { get; set; } = [];

    public RegieSnapshot Counts { get; private set; } = null!;
    public RegiePage List { get; private set; } = new([], false);
    public OrganisationNow Organisation { get; private set; } = null!;
    public RegieView View { get; private set; }
    public TeamCard? Team { get; private set; }
    public Instant Now { get; private set; }

    /// <summary>Of the one team that is looked at: to whom its promises can be given.</summary>
    public IReadOnlyList<StaffCard> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Part switch
        {
            null => Page(),
            "alles" => Partial("_Board", this),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Organisation = await organisation.NowAsync(ct);
        var picked = Pick.Select(Picked.Parse).OfType<Picked>().ToList();
        if (picked.Count == 0)
        {
            return await AgainAsync("Pick", "Kies eerst een of meer toezeggingen.", ct);
        }
        var team = Organisation.FindTeam(Form.ToTeamId) ?? Named(Form.ToTeam);
        if (Form.Doe == "team" && team is null)
        {
            return await AgainAsync("Form.ToTeam", "Kies een team uit de lijst.", ct);
        }
        Func<Picked, PromiseAct>? act = Form.Doe switch
        {
            "terug" => p => new PromiseAct.GiveBack(p.PromiseId, p.Seq, me.StaffId),
            "team" => p => new PromiseAct.Move(p.PromiseId, p.Seq, me.StaffId, team!.Id, MoveReason.Busy),
            "wijs" => p => new PromiseAct.Assign(p.PromiseId, p.Seq, me.StaffId, Form.ToStaff ?? Guid.Empty),
            "vertel" => p => new PromiseAct.LetHear(p.PromiseId, p.Seq, me.StaffId),
            "stil" => p => new PromiseAct.TakeBackLetHear(p.PromiseId, p.Seq, me.StaffId),
            "vraag" => p => new PromiseAct.AskLead(p.PromiseId, p.Seq, me.StaffId),
            "ongedaan" => p => new PromiseAct.Undo(p.PromiseId, p.Seq, me.StaffId),
            _ => null,
        };
        if (act is null)
        {
            return BadRequest();
        }
        var to = await bulk.RunAsync(Form.RequestKey, picked, act, result => AddressAfter(Form.Doe, result), me, ct);
        counts.Forget();
        return Redirect(to);
    }

    /// <summary>The address of a list, of all teams or one.</summary>
    public static string Address(RegieView view, TeamCard? team = null, int column = 0) =>
        $"/regie?lijst={view.Code()}"
        + (team is null ? "" : $"&team={Uri.EscapeDataString(team.Code)}")
        + (view == RegieView.Day ? $"&kolom={column}" : "");

    public string Here => Address(View, Team, Column);

    private async Task LoadAsync(CancellationToken ct)
    {
        Now = clock.Now();
        Organisation = await organisation.NowAsync(ct);
        View = RegieViews.Parse(ViewCode);
        Column = Math.Clamp(Column, 0, 4);
        Team = Organisation.Teams.FirstOrDefault(t => t.Code == TeamCode);
        Colleagues = Team is null
            ? []
            :
            [
                .. Organisation
                    .MembersOf(Team.Id)
                    .Where(m => m.WorksOn(Now.Local().Date))
                    .OrderByDescending(m => m.IsInAt(Now))
                    .ThenBy(m => m.Name, StringComparer.CurrentCulture),
            ];
        Counts = Part is null ? await counts.NowAsync() : await counts.WithNewsAsync(ct);
        var (from, until) = Counts.Days.Span(View == RegieView.Day ? Column : 1, Now);
        var asked = new RegieQuestion(
            View,
            Team?.Id,
            Now,
            from,
            until,
            Organisation.Away(Now),
            [.. Organisation.Teams.Where(t => t.IsRegie).Select(t => t.Id)]
        );
        var (look, id) = Cursor(After);
        List = await list.ReadAsync(asked, look, id, ct);
    }

    private async Task<IActionResult> AgainAsync(string field, string sentence, CancellationToken ct)
    {
        ModelState.AddModelError(field, sentence);
        await LoadAsync(ct);
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private TeamCard? Named(string? typed) =>
        Organisation
            .Municipalities.Select(m => Organisation.TeamNamed(m.Id, typed ?? ""))
            .FirstOrDefault(t => t is not null);

    /// <summary>What can be taken back stands in the address: the page that follows is the same for everybody who opens it.</summary>
    private string AddressAfter(string doe, BulkResult result)
    {
        var view = RegieViews.Parse(ViewCode);
        var team = Organisation.Teams.FirstOrDefault(t => t.Code == TeamCode);
        var taken = string.Join('_', result.Done.Take(RegieList.PageSize).Select(p => $"{p.PromiseId:N}.{p.Seq}"));
        return $"{Address(view, team, Column)}&gedaan={doe}-{result.Done.Count}-{result.Refused}-{taken}";
    }

    private static (Instant? Look, Guid? Id) Cursor(string? text) =>
        text?.Split('_') is [var seconds, var id]
        && long.TryParse(seconds, out var look)
        && look is > 0 and < 253_402_300_800
        && Guid.TryParse(id, out var promise)
            ? (Instant.FromUnixTimeSeconds(look), promise)
            : (null, null);
}
