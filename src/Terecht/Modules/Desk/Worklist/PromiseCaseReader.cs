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
                       p.on_time, p.day_closed_at, p.seq, q.district_id, p.look_at, p.not_before, p.renewals, p.happening_id, p.days_before,
                       h.name as happening_name, h.starts_on as happening_starts_on, p.door_until, p.door_staff_id, p.tell_channel,
                       p.phone_unchecked_at, p.old_phone, p.not_owed_asked_at, p.not_owed_asked_by, p.not_owed_reason, p.told_at,
                       p.progress_asked_at, coalesce(c.involved_for, '') as acts_for, coalesce(c.involved_role, '') as acts_as,
                       g.promise_id as goes_on_in, g.subject as goes_on_about,
                       coalesce(r.acquisition_not_owed and t.class = 'acquisition', false) as acquisition_not_owed
                from promises.pub_promise p
                join contacts.pub_matter m on m.matter_id = p.matter_id
                left join contacts.pub_question q on q.question_id = p.question_id
                left join contacts.pub_contact c on c.contact_id = q.contact_id
                left join promises.pub_promise g on g.promise_id = p.answered_by
                left join promises.pub_happening h on h.happening_id = p.happening_id
                left join promises.pub_municipality_rule r on r.municipality_id = p.municipality_id
                left join catalogue.pub_topic t on t.topic_id = m.topic_id
                where p.promise_id = {promiseId}
                """
            )
            .SingleOrDefaultAsync(ct);

    public async Task<PromiseCase> CaseAsync(
        PromiseRow row,
        Guid me,
        bool mayAct,
        bool mayDirect,
        bool mayDecide,
        CancellationToken ct
    )
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
            mayAct,
            mayDirect,
            mayDecide,
            await LastAsync(row.PromiseId, ct)
        )
        {
            Reminders = await reminders.OfAsync(row.PromiseId, ct),
        };
    }

    /// <summary>The end that comes of a join is the join: who did it joined two.</summary>
    private async Task<LastAct?> LastAsync(Guid promiseId, CancellationToken ct) =>
        await db
            .Database.SqlQuery<LastAct>(
                $"""
                select case when type = 'promise.end' and data ->> 'reason' = {EndReason.Joined} then 'promise.join' else type end as type,
                       actor_id, recorded_at
                from platform.pub_event
                where stream_id = {promiseId} and seq is not null and type not in ('promise.told', 'promise.repeat')
                order by seq desc limit 1
                """
            )
            .SingleOrDefaultAsync(ct);
}
