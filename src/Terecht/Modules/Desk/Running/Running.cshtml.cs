using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Loops;
using Terecht.Platform.Outbox;
using Terecht.Platform.Time;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.Running;

/// <summary>
/// What the program does by itself: what waits, what is stuck and why, how every loop does, and the button to try again. The
/// part <c>stand</c> asks for itself every few seconds.
/// </summary>
[Needs(Right.Administer)]
internal sealed class RunningModel(
    RunningReader reader,
    OutboxRetry retry,
    LoopStates loops,
    RequestKeys keys,
    TerechtDb db,
    CurrentUser me,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "deel")]
    public string? Part { get; set; }

    /// <summary>The last stuck row of the page before: its second and its id.</summary>
    [BindProperty(SupportsGet = true, Name = "na")]
    public string? After { get; set; }

    /// <summary>How many were just given another try.</summary>
    [BindProperty(SupportsGet = true, Name = "opnieuw")]
    public int? Again { get; set; }

    public RunningWork Work { get; private set; } = null!;
    public IReadOnlyList<LoopState> Loops { get; private set; } = [];

    /// <summary>On the clock of promises; loops are on <see cref="RealNow"/>.</summary>
    public Instant Now { get; private set; }
    public Instant RealNow { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (Now, RealNow) = (clock.Now(), RealClock.Instance.Now());
        Work = await reader.ReadAsync(Cursor(After), ct);
        Loops = loops.All;
        return Part switch
        {
            null => Page(),
            "stand" => Partial("_State", this),
            _ => NotFound(),
        };
    }

    /// <param name="id">One row; without it all of <paramref name="kind"/>, and without that all that are stuck.</param>
    public async Task<IActionResult> OnPostAsync(Guid? id, string? kind, Guid requestKey, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await keys.EarlierAsync(requestKey, ct) is { } earlier)
        {
            return LocalRedirect(earlier);
        }
        var count = await retry.TryAgainAsync(id, kind, ct);
        var outcome = await keys.SaveOnceAsync(requestKey, $"/beheer/lopend?opnieuw={count}", me.AccountId, ct);
        await transaction.CommitAsync(ct);
        return LocalRedirect(outcome);
    }

    private static (Instant At, Guid Id)? Cursor(string? text) =>
        text?.Split('_') is [var seconds, var id]
        && long.TryParse(seconds, out var at)
        && at is > 0 and < 253_370_764_800
        && Guid.TryParse(id, out var row)
            ? (Instant.FromUnixTimeSeconds(at), row)
            : null;
}
