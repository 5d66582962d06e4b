using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.Reminders;

/// <summary>
/// What this person was reminded of. The part <c>aantal</c> is the bell in the bar of every screen, <c>lijst</c> is asked for
/// when the feed says that something changed.
/// </summary>
[Needs(Right.WorkPromises)]
internal sealed class RemindersModel(
    ReminderQuery query,
    IReminders reminders,
    IOrganisation organisation,
    RequestKeys keys,
    CurrentUser me,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "deel")]
    public string? Part { get; set; }

    /// <summary>The last line of the page before: its second and its id.</summary>
    [BindProperty(SupportsGet = true, Name = "na")]
    public string? After { get; set; }

    public IReadOnlyList<ReminderLine> Lines { get; private set; } = [];
    public bool More { get; private set; }

    /// <summary>How many are new.</summary>
    public int New { get; private set; }
    public OrganisationNow Town { get; private set; } = null!;
    public Instant Now { get; private set; }
    public Guid Me => me.StaffId;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Now = clock.Now();
        New = await query.CountNewAsync(me.StaffId, ct);
        if (Part == "aantal")
        {
            return Partial("_Bell", this);
        }
        Town = await organisation.NowAsync(ct);
        (Lines, More) = await query.ReadAsync(me.StaffId, Cursor(After), ct);
        return Part switch
        {
            null => Page(),
            "lijst" => Partial("_Lines", this),
            _ => NotFound(),
        };
    }

    /// <param name="id">The one that was seen; all of them without it.</param>
    public async Task<IActionResult> OnPostAsync(Guid? id, Guid requestKey, CancellationToken ct)
    {
        if (id is { } one)
        {
            await reminders.SeeAsync(me.StaffId, [one], ct);
        }
        else
        {
            await reminders.SeeAllAsync(me.StaffId, ct);
        }
        return LocalRedirect(await keys.SaveOnceAsync(requestKey, "/meldingen", me.AccountId, ct));
    }

    private static (Instant At, Guid Id)? Cursor(string? text) =>
        text?.Split('_') is [var seconds, var id]
        && long.TryParse(seconds, out var at)
        && at is > 0 and < 253_370_764_800
        && Guid.TryParse(id, out var reminder)
            ? (Instant.FromUnixTimeSeconds(at), reminder)
            : null;
}
