using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Desk.Call;
using Terecht.Platform.Data;

namespace Terecht.Modules.Desk.Workplace;

/// <summary>The Werkplek without an open contact: what waits, and what was just wrapped up, with the number to say aloud.</summary>
[Needs(Right.Register)]
internal sealed class WorkplaceModel(CallScreenLoader loader, TerechtDb db, ICitizenLinks links, CurrentUser me)
    : PageModel
{
    /// <summary>The contact that was just wrapped up.</summary>
    [BindProperty(SupportsGet = true, Name = "klaar")]
    public Guid? Done { get; set; }

    /// <summary>A contact that is not open any more.</summary>
    [BindProperty(SupportsGet = true, Name = "weg")]
    public Guid? Gone { get; set; }

    public bool Missing => Gone is not null;
    public IReadOnlyList<OpenContactLine> Open { get; private set; } = [];
    public IReadOnlyList<FinishedMatter> Finished { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Open = await loader.OpenAsync(me.StaffId, ct);
        if (Done is { } contact)
        {
            Finished = await FinishedAsync(contact, ct);
        }
    }

    private async Task<IReadOnlyList<FinishedMatter>> FinishedAsync(Guid contact, CancellationToken ct)
    {
        var rows = await db
            .Database.SqlQuery<Row>(
                $"""
                select distinct m.matter_id, m.name, m.reference::text as reference, m.link_version, q.position,
                       c.involved_name, c.involved_for, c.involved_role,
                       case when p.language = 'en' then p.words_en else p.words end as words
                from contacts.pub_contact c
                join contacts.pub_question q on q.contact_id = c.contact_id
                join contacts.pub_matter m on m.matter_id = q.matter_id
                left join promises.pub_promise p on p.question_id = q.question_id
                where c.contact_id = {contact} and c.staff_id = {me.StaffId}
                order by q.position
                """
            )
            .ToListAsync(ct);
        var finished = new List<FinishedMatter>();
        foreach (var row in rows)
        {
            var access = await links.ForAsync(row.MatterId, row.LinkVersion, ct);
            finished.Add(new FinishedMatter(row.Name, row.Reference, access.Code, row.Words, AskedBy(row)));
        }
        return finished;
    }

    private static string? AskedBy(Row row) =>
        row.InvolvedFor.Length == 0
            ? null
            : row.InvolvedName
                + (row.InvolvedRole.Length > 0 ? $" ({row.InvolvedRole})" : "")
                + $", voor {Story.StoryWords.Inside(row.InvolvedFor)}";

    private sealed record Row(
        Guid MatterId,
        string Name,
        string Reference,
        short LinkVersion,
        short Position,
        string InvolvedName,
        string InvolvedFor,
        string InvolvedRole,
        string? Words
    );
}

/// <param name="Code">With the reference it opens the citizen's page.</param>
/// <param name="Words">What was promised, as it was said; null where nothing was.</param>
/// <param name="AskedBy">Who asked it for whom; null where they asked it for themselves.</param>
internal sealed record FinishedMatter(string Name, string Reference, string Code, string? Words, string? AskedBy);
