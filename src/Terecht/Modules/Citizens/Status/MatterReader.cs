using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Events;

namespace Terecht.Modules.Citizens.Status;

/// <summary>
/// Reads a matter for its citizen. Each query names the columns it needs, so that what is internal is never even fetched.
/// </summary>
internal sealed class MatterReader(TerechtDb db, IOrganisation organisation, ICatalogue catalogue, IPromises promises)
{
    public async Task<MatterFacts> ReadAsync(MatterCard matter, CancellationToken ct)
    {
        var given = await PromisesAsync(matter.Id, ct);
        return new MatterFacts
        {
            Matter = matter,
            Organisation = await organisation.NowAsync(ct),
            Catalogue = await catalogue.NowAsync(ct),
            Asked = await QuestionsAsync(matter.Id, ct),
            RepeatContacts = given.SelectMany(p => p.Acts).Select(ContactOfRepeat).OfType<Guid>().ToHashSet(),
            Promises = given,
        };
    }

    private static Guid? ContactOfRepeat(PromiseActRow act) =>
        act.Type == PromiseRepeated.Type
            ? JsonSerializer.Deserialize<PromiseRepeated>(act.Data, EventLog.Json)!.ContactId
            : null;

    private async Task<List<AskedQuestion>> QuestionsAsync(Guid matterId, CancellationToken ct)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        // The title as the reader's language has it now; else that of the version that was told.
        return await db
            .Database.SqlQuery<AskedQuestion>(
                $"""
                select q.question_id, q.contact_id, c.channel, c.staff_id, c.started_at, q.outcome, q.topic_id,
                       coalesce(own.title, told.title) as answer_title, coalesce(own.language, told.language) as answer_language
                from contacts.pub_question q
                join contacts.pub_contact c on c.contact_id = q.contact_id
                left join knowledge.pub_article_version told on told.version_id = q.article_version_id
                left join knowledge.pub_article_version own
                    on own.article_id = told.article_id and own.language = {language} and own.current
                    and told.language <> {language}
                where q.matter_id = {matterId} and c.direction = 'in'
                order by c.started_at, c.contact_id, q.position
                """
            )
            .ToListAsync(ct);
    }

    private async Task<List<GivenPromise>> PromisesAsync(Guid matterId, CancellationToken ct)
    {
        var rows = await db
            .Database.SqlQuery<PromiseRow>(
                $"""
                select promise_id, question_id, kind, subject, words, words_en, language, made_at, first_due, due, limit_at,
                       look_at, door_until,
                       norm_attempts, team_id, holder_id, seq, right(to_phone, 2) as phone_end
                from promises.pub_promise where matter_id = {matterId} order by made_at, promise_id
                """
            )
            .ToListAsync(ct);
        if (rows.Count == 0)
        {
            return [];
        }
        var acts = await db
            .Database.SqlQuery<PromiseActRow>(
                $"""
                select stream_id as promise_id, coalesce(seq, 0) as seq, type, at, actor_kind, actor_id, team_id, data::text as data
                from platform.pub_event
                where matter_id = {matterId} and type like 'promise.%'
                    and (seq is not null or type in ('promise.number_changed', 'promise.added_to'))
                order by stream_id, seq, recorded_at, event_id
                """
            )
            .ToListAsync(ct);
        var of = acts.ToLookup(a => a.PromiseId);
        var given = new List<GivenPromise>();
        foreach (var row in rows)
        {
            if (await promises.StateAsync(row.PromiseId, ct) is { } state)
            {
                given.Add(
                    new GivenPromise(row, state, [.. of[row.PromiseId].Where(a => a.Seq > 0)])
                    {
                        Facts = [.. of[row.PromiseId].Where(a => a.Seq == 0)],
                    }
                );
            }
        }
        return given;
    }
}
