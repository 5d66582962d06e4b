using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Citizens.Act;
using Terecht.Modules.Citizens.Links;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Web;
using Terecht.Platform.Web.Security;

namespace Terecht.Modules.Citizens.Status;

/// <summary>What a citizen sees of a matter, and can do: asked, promised, done, what comes next, and what may change.</summary>
[OpenToAll("The address holds a token that nobody can guess.")]
[EnableRateLimiting(Limits.Guessing)]
[SecretAddress]
internal sealed class StatusModel(
    LinkReader links,
    MatterReader reader,
    StatusWriter writer,
    CitizenActs acts,
    ChangesWriter changes,
    DoneWriter doneWriter
) : PageModel
{
    public StatusPage Shown { get; private set; } = null!;

    public MunicipalityCard Municipality { get; private set; } = null!;

    /// <summary>Null when nothing is open.</summary>
    public Changes? Changes { get; private set; }

    /// <summary>What the citizen just did.</summary>
    public DoneWords? Done { get; private set; }

    /// <summary>What happened meanwhile, so that nothing was done.</summary>
    public string? Changed { get; private set; }

    /// <summary>What was typed in a form that is there no more.</summary>
    public string? Kept { get; private set; }

    [BindProperty]
    public CitizenForm Form { get; set; } = new();

    /// <summary>The act whose form is open; a word of <see cref="CitizenActWords"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Doe { get; set; }

    /// <summary>The promise it is about.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Belofte { get; set; }

    /// <summary>The act that was done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Gedaan { get; set; }

    public async Task<IActionResult> OnGetAsync(string? token, CancellationToken ct)
    {
        if (await links.FindAsync(token, ct) is not { } matter)
        {
            return NotFound();
        }
        ModelState.Clear();
        await ShowAsync(matter, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? token, CancellationToken ct)
    {
        if (await links.FindAsync(token, ct) is not { } matter || CitizenActWords.Parse(Doe) is not { } act)
        {
            return NotFound();
        }
        var facts = await reader.ReadAsync(matter, ct);
        if (facts.Promises.FirstOrDefault(p => p.Row.PromiseId == Belofte) is not { } promise)
        {
            return NotFound();
        }
        ModelState.Clear();
        var status = StatusCodes.Status400BadRequest;
        switch (await acts.RunAsync(act, Form, promise, facts, ct))
        {
            case CitizenOutcome.Wrong wrong:
                ModelState.AddModelError("Form." + wrong.Field, wrong.Sentence);
                break;
            case CitizenOutcome.Changed changed:
                Changed = changed.Sentence;
                status = StatusCodes.Status409Conflict;
                break;
            default:
                Response.Headers.Location = $"{Request.Path}?gedaan={act.Word()}&belofte={Belofte:N}";
                return StatusCode(StatusCodes.Status303SeeOther);
        }
        await ShowAsync(matter, ct);
        // The field is there no more: the words still are.
        Kept = Changes?.PromiseId == Belofte ? null : Form.Phone ?? Form.Text;
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    private async Task ShowAsync(MatterCard matter, CancellationToken ct)
    {
        var facts = await reader.ReadAsync(matter, ct);
        Shown = writer.Write(facts);
        Municipality = facts.Municipality;
        Changes = changes.Write(facts, Belofte, CitizenActWords.Parse(Doe), Form);
        Done = doneWriter.Write(Gedaan, Belofte, facts);
    }
}
