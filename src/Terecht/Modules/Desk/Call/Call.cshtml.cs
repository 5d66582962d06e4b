using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Desk.WrapUp;
using Terecht.Modules.People.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Call;

/// <summary>
/// An open contact: who, what, the answer or the promise. Every field is kept while typing; the parts that follow a field are
/// asked for by name from this same address.
/// </summary>
[Needs(Right.Register)]
internal sealed class CallModel(
    IDrafts drafts,
    CallScreenLoader loader,
    CallCheck check,
    CallAbout about,
    WrapUp.WrapUp wrapUp,
    IPeople people,
    TerechtDb db,
    CurrentUser me
) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Which question, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "vraag")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Guid RequestKey { get; set; }

    public CallScreen Screen { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not var (contact, draft))
        {
            return Redirect("/werkplek?weg=" + Id);
        }
        Screen = await loader.LoadAsync(contact, draft, Number - 1, me.StaffId, ct);
        await LogReadAsync(ct);
        return Page();
    }

    /// <summary>Keeps what was typed; answers with the time it was saved.</summary>
    public async Task<IActionResult> OnPostConceptAsync(CancellationToken ct)
    {
        if (await TypedAsync(ct) is not var (_, draft))
        {
            return NotFound();
        }
        var saved = await SaveAsync(draft, ct);
        return saved is { } at
            ? new JsonResult(new { savedAt = at.Local().ToString("H.mm.ss", CultureInfo.InvariantCulture) })
            : NotFound();
    }

    /// <summary>The parts that follow what was typed: the promise with its sentence, the answers, what we know of the person.</summary>
    public async Task<IActionResult> OnPostDelenAsync(string deel, CancellationToken ct)
    {
        if (await TypedAsync(ct) is not var (contact, draft))
        {
            return NotFound();
        }
        var before = CallDraft.Read(contact.Content).PartyId;
        Screen = await loader.LoadAsync(contact, draft, Number - 1, me.StaffId, ct);
        if (draft.PartyId != before)
        {
            await SaveAsync(draft, ct);
            await LogReadAsync(ct);
        }
        return deel switch
        {
            "toezegging" => Partial("_Promise", Screen),
            "antwoorden" => await FoundAsync(draft, ct),
            "deur" => Partial("_DoorProposal", Screen),
            "klant" => Partial("_Known", Screen),
            "dossier" => Partial("_Matter", Screen),
            "beller" => Partial("_Caller", Screen),
            _ => NotFound(),
        };
    }

    /// <summary>Enter in a field: keeps it and shows what follows from it.</summary>
    public async Task<IActionResult> OnPostBewaarAsync(CancellationToken ct) =>
        await TypedAsync(ct) is var (_, draft) ? await KeepAsync(draft, Number, ct) : NotFound();

    /// <summary>Takes over an answer: it is told now, and names the topic when there is none yet.</summary>
    public async Task<IActionResult> OnPostGebruikAsync(Guid versie, CancellationToken ct)
    {
        if (await TypedAsync(ct) is not var (contact, draft))
        {
            return NotFound();
        }
        await about.UseAnswerAsync(draft.Questions[Number - 1], contact.MunicipalityId, versie, ct);
        return await KeepAsync(draft, Number, ct);
    }

    public async Task<IActionResult> OnPostAntwoordWegAsync(CancellationToken ct)
    {
        if (await TypedAsync(ct) is not var (_, draft))
        {
            return NotFound();
        }
        draft.Questions[Number - 1].AnswerId = "";
        return await KeepAsync(draft, Number, ct);
    }

    /// <summary>One more question in this contact; this one stays as it is.</summary>
    public async Task<IActionResult> OnPostVraagErbijAsync(CancellationToken ct)
    {
        if (await TypedAsync(ct) is not var (_, draft))
        {
            return NotFound();
        }
        if (draft.Questions.Count < CallCheck.MostQuestions)
        {
            var first = draft.Questions[0];
            draft.Questions.Add(new QuestionDraft { DistrictId = first.DistrictId, Phone = first.Phone });
        }
        return await KeepAsync(draft, draft.Questions.Count, ct);
    }

    /// <summary>The citizen asks again about an open promise: no second one, the same sentence.</summary>
    public async Task<IActionResult> OnPostOpnieuwAsync(Guid toezegging, CancellationToken ct)
    {
        if (await TypedAsync(ct) is not var (contact, draft))
        {
            return NotFound();
        }
        await about.RepeatAsync(contact, draft, Number - 1, toezegging, ct);
        return await KeepAsync(draft, Number, ct);
    }

    /// <summary>It is not about that promise after all.</summary>
    public async Task<IActionResult> OnPostNietOpnieuwAsync(CancellationToken ct)
    {
        if (await TypedAsync(ct) is not var (_, draft))
        {
            return NotFound();
        }
        draft.Questions[Number - 1].RepeatId = "";
        return await KeepAsync(draft, Number, ct);
    }

    /// <summary>The question is about the matter whose number was given.</summary>
    public async Task<IActionResult> OnPostDossierAsync(string nummer, CancellationToken ct)
    {
        if (await TypedAsync(ct) is not var (contact, draft))
        {
            return NotFound();
        }
        await about.BelongsAsync(contact, draft, Number - 1, nummer, ct);
        return await KeepAsync(draft, Number, ct);
    }

    /// <summary>Puts them through to whom they may reach directly.</summary>
    public async Task<IActionResult> OnPostDeurAsync(Guid toezegging, CancellationToken ct)
    {
        if (await TypedAsync(ct) is not var (contact, draft))
        {
            return NotFound();
        }
        await about.ThroughAsync(contact, draft, Number - 1, toezegging, ct);
        return await KeepAsync(draft, Number, ct);
    }

    /// <summary>This question is ready: on to the next, or wrap up all of it in one transaction.</summary>
    public async Task<IActionResult> OnPostAfrondenAsync(CancellationToken ct)
    {
        if (await TypedAsync(ct) is not var (contact, draft))
        {
            // Sent twice: the first did it, and this is its answer.
            return Redirect(await check.EarlierAsync(RequestKey, ct) ?? "/werkplek?weg=" + Id);
        }
        if (await check.WrongAsync(contact, draft, Number - 1, ct) is { Count: > 0 } wrong)
        {
            return await AgainAsync(contact, draft, wrong, ct);
        }
        for (var i = 0; i < draft.Questions.Count; i++)
        {
            if (i != Number - 1 && (await check.WrongAsync(contact, draft, i, ct)).Count > 0)
            {
                return await KeepAsync(draft, i + 1, ct);
            }
        }

        var command = await check.CommandAsync(contact, draft, RequestKey, me, ct);
        switch (await wrapUp.RunAsync(command, ct))
        {
            case WrapUpResult.Done(var address):
                return Redirect(address);
            case WrapUpResult.Refused refused:
                Number = refused.Question + 1;
                return await AgainAsync(contact, draft, [new FieldError(refused.Field, refused.Sentence)], ct);
            default:
                return Redirect("/werkplek?weg=" + Id);
        }
    }

    private async Task<IActionResult> AgainAsync(
        DraftCard contact,
        CallDraft draft,
        IReadOnlyList<FieldError> wrong,
        CancellationToken ct
    )
    {
        await SaveAsync(draft, ct);
        foreach (var error in wrong)
        {
            ModelState.AddModelError(error.Field, error.Sentence);
        }
        Screen = await loader.LoadAsync(contact, draft, Number - 1, me.StaffId, ct);
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private async Task<IActionResult> KeepAsync(CallDraft draft, int number, CancellationToken ct)
    {
        await SaveAsync(draft, ct);
        return Redirect($"/werkplek/{Id}?vraag={number}");
    }

    /// <summary>The number stands in a header of what scripts send, and in a field of a form that was sent.</summary>
    private Task<Instant?> SaveAsync(CallDraft draft, CancellationToken ct) =>
        drafts.SaveAsync(
            Id,
            me.StaffId,
            draft.Write(),
            DraftNumber.Parse(
                Request.Headers["Draft-No"].FirstOrDefault() ?? Request.Form["Draft-No"].FirstOrDefault()
            ),
            ct
        );

    private async Task<(DraftCard Contact, CallDraft Draft)?> FindAsync(CancellationToken ct)
    {
        if (await drafts.FindAsync(Id, me.StaffId, ct) is not { } contact)
        {
            return null;
        }
        var draft = CallDraft.Read(contact.Content);
        Number = Math.Clamp(Number, 1, draft.Questions.Count);
        return (contact, draft);
    }

    private async Task<(DraftCard Contact, CallDraft Draft)?> TypedAsync(CancellationToken ct)
    {
        var found = await FindAsync(ct);
        if (found is var (_, draft))
        {
            CallForm.Apply(await Request.ReadFormAsync(ct), draft, Number - 1);
        }
        return found;
    }

    /// <summary>Whose matter was found by its number is one line, once for each matter and not for each refresh.</summary>
    private async Task<IActionResult> FoundAsync(CallDraft draft, CancellationToken ct)
    {
        if (
            Screen.GivenNumber is GivenNumber.Found { Matter: { PartyId: { } party } matter }
            && Screen.Question.ShownId != matter.MatterId.ToString()
        )
        {
            Screen.Question.ShownId = matter.MatterId.ToString();
            await SaveAsync(draft, ct);
            people.LogRead(me.StaffId, "reference", [party]);
            await db.SaveChangesAsync(ct);
        }
        return Partial("_Answers", Screen);
    }

    /// <summary>Everybody on the number is one line with its ids; a refresh of the page is none.</summary>
    private async Task LogReadAsync(CancellationToken ct)
    {
        if (!Request.Headers.ContainsKey("HX-Request") || Screen.Party is not null)
        {
            var found = Screen.GivenNumber is GivenNumber.Found { Matter.PartyId: { } party }
                ? [party]
                : Array.Empty<Guid>();
            people.LogRead(me.StaffId, "contact", [.. Screen.Candidates.Select(c => c.Id), .. found]);
            await db.SaveChangesAsync(ct);
        }
    }
}
