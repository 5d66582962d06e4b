using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Desk.Call;
using Terecht.Modules.Desk.Manage;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.People.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;
using Terecht.Platform.Web.Forms;

namespace Terecht.Modules.Desk.Happenings;

/// <summary>One happening with the promises that wait for it. A date is looked at first, and then given to all of them at once.</summary>
[Needs(Right.WorkPromises)]
internal sealed class HappeningModel(
    IHappenings happenings,
    Reach reach,
    TiedPromises tied,
    IOrganisation organisation,
    IPeople people,
    TerechtDb db,
    RequestKeys keys,
    CurrentUser me,
    TimeProvider clock
) : PageModel
{
    private const string Collided =
        "Een collega veranderde dit net ook. Hieronder staat hoe het nu is. Er is niets van u bewaard.";

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The date that somebody wants to give.</summary>
    [BindProperty(SupportsGet = true, Name = "datum")]
    public string? Date { get; set; }

    /// <summary>After an act: which one, and how many promises it touched.</summary>
    [BindProperty(SupportsGet = true, Name = "gedaan")]
    public string? Done { get; set; }

    [BindProperty(Name = "kijk")]
    public string? LookOn { get; set; }

    /// <summary>What the form saw: <see cref="SeenNow"/>.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public Guid RequestKey { get; set; }

    public HappeningCard Card { get; private set; } = null!;
    public OrganisationNow Town { get; private set; } = null!;
    public IReadOnlyList<TiedPromise> Promises { get; private set; } = [];

    /// <summary>What the date would do; null while none was asked about.</summary>
    public IReadOnlyList<DatedPromise>? Preview { get; private set; }
    public LocalDate? Asked { get; private set; }
    public bool MayDate { get; private set; }
    public Instant Now { get; private set; }

    /// <summary>Somebody else was first.</summary>
    public string? Collision { get; private set; }

    public string SeenNow => $"{Typed.Iso(Card.StartsOn)} {Card.CheckAt.ToUnixTimeSeconds()}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }
        people.LogRead(me.StaffId, "happening", Promises.Select(p => p.ToPartyId).OfType<Guid>());
        await db.SaveChangesAsync(ct);
        return Date is not null && Read(Date, "datum") is null ? Wrong() : Page();
    }

    /// <summary>Gives the date to everybody who is tied to it.</summary>
    public Task<IActionResult> OnPostDatumAsync(CancellationToken ct) =>
        ActAsync("datum", Date, day => happenings.GiveDateAsync(Id, day, ct), ct);

    /// <summary>There is no date yet: look again on that day.</summary>
    public Task<IActionResult> OnPostKijkAsync(CancellationToken ct) =>
        ActAsync("kijk", LookOn, day => happenings.CheckAgainAsync(Id, PromisedWhen.LookAt(day), ct), ct);

    private async Task<IActionResult> ActAsync(
        string field,
        string? typed,
        Func<LocalDate, Task<int>> act,
        CancellationToken ct
    )
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }
        if (await keys.EarlierAsync(RequestKey, ct) is { } earlier)
        {
            return LocalRedirect(earlier);
        }
        if (!MayDate)
        {
            return Forbid();
        }
        if (Read(typed, field) is not { } day)
        {
            return Wrong();
        }
        if (Seen != SeenNow)
        {
            return Conflicted();
        }
        try
        {
            var done = await act(day);
            return LocalRedirect(
                await keys.SaveOnceAsync(RequestKey, $"/gebeurtenissen/{Id}?gedaan={field}-{done}", me.AccountId, ct)
            );
        }
        catch (DbUpdateException e)
            when (e is DbUpdateConcurrencyException
                || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
            )
        {
            db.ChangeTracker.Clear();
            await LoadAsync(ct);
            return Conflicted();
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        (Now, Town) = (clock.Now(), await organisation.NowAsync(ct));
        if (
            await happenings.FindAsync(Id, ct) is not { } card
            || !(await reach.MunicipalitiesAsync(ct)).Contains(card.MunicipalityId)
        )
        {
            return false;
        }
        Card = card;
        Promises = await tied.ReadAsync(Id, ct);
        Asked = Date is null ? null : Typed.Date(Date, clock.Today().Year);
        var would = await happenings.TryDateAsync(Id, Asked ?? card.StartsOn ?? clock.Today(), ct);
        Preview = Asked is not null && Asked >= clock.Today() ? would : null;
        MayDate = await reach.MayDateAsync(would, ct);
        return true;
    }

    /// <summary>A day from today on, within two years; else the sentence goes beside the field.</summary>
    private LocalDate? Read(string? typed, string field)
    {
        var today = clock.Today();
        var sentence = Typed.Date(typed, today.Year) switch
        {
            null => "Vul een datum in, bijvoorbeeld 24-5-2027.",
            { } day when day < today => "Deze datum is al voorbij. Kies een dag vanaf vandaag.",
            { } day when day > today.PlusYears(2) => "Kies een dag binnen twee jaar.",
            { } day when field == "kijk" && PromisedWhen.LookAt(day) <= Now =>
                "Vandaag is al bijna om. Kies een latere dag.",
            _ => null,
        };
        if (sentence is null)
        {
            return Typed.Date(typed, today.Year);
        }
        ModelState.AddModelError(field, sentence);
        return null;
    }

    private PageResult Wrong()
    {
        Preview = null;
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private PageResult Conflicted()
    {
        Collision = Collided;
        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    /// <summary>The same day as the field of a date wants it.</summary>
    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
