using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Desk.Reminders;
using Terecht.Modules.Desk.Story;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Worklist;

internal sealed class PromiseCaseReader(
    TerechtDb db,
    IPromises promises,
    IOrganisation organisation,
    ICatalogue catalogue,
    StoryReader stories,
    CaseRemindersReader reminders,
    TimeProvider clock
)
{
    public async Task<PromiseRow?> RowAsync(Guid promiseId, CancellationToken ct) =>
        await db
            .Database.SqlQuery<PromiseRow>(
                $"""
                select p.promise_id, p.municipality_id, p.matter_id, m.name as matter_name, m.reference::text as reference,
                       p.kind, p.subject, p.to_name, p.to_party_id, p.to_phone, p.why_not, p.words, p.words_en, p.language,
                       p.made_at, p.made_by, p.norm_attempts, p.norm_dayparts, p.first_due, p.due, p.limit_at, p.team_id,
                       p.holder_id, p.held_since, p.attempts, p.repeats, p.last_repeat_at, p.bounces, p.ended_at, p.end_code,
                       p.on_time, p.seq, q.district_id
                from promises.pub_promise p
                join contacts.pub_matter m on m.matter_id = p.matter_id
                left join contacts.pub_question q on q.question_id = p.question_id
                where p.promise_id = {promiseId}
                """
            )
            .SingleOrDefaultAsync(ct);

    public async Task<PromiseCase> CaseAsync(PromiseRow row, Guid me, bool mayAct, CancellationToken ct)
    {
        var state =
            await promises.StateAsync(row.PromiseId, ct)
            ?? throw new InvalidOperationException($"Promise {row.PromiseId} has no history.");
        var district = (await catalogue.NowAsync(ct)).FindDistrict(row.DistrictId)?.Name;
        return new PromiseCase(
            row,
            state,
            await stories.ReadAsync(row.MatterId, ct),
            await organisation.NowAsync(ct),
            district,
            clock.Now(),
            me,
            mayAct
        )
        {
            Reminders = await reminders.OfAsync(row.PromiseId, ct),
        };
    }
}
