using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Call;

/// <summary>What we already know of who is on the line, so that nobody tells the story twice.</summary>
internal sealed class KnownAbout(TerechtDb db, TimeProvider clock)
{
    private const int MostContacts = 6;
    private const int MostPromises = 5;
    private const int MostMatters = 8;

    /// <summary>
    /// Open promises to this person, or to this number while we do not know who it is; the open doors first. What was said
    /// to the number when nobody knew who it was, is known when they turn out to be this person.
    /// </summary>
    /// <param name="asked">The question they ask: a promise in its matter, then one about its topic, comes before others.</param>
    public async Task<IReadOnlyList<KnownPromise>> OpenPromisesAsync(
        Guid? partyId,
        string? phone,
        QuestionDraft asked,
        CancellationToken ct
    )
    {
        var found = asked.Found;
        if (partyId is null && phone is null && found is null)
        {
            return [];
        }
        var (matter, topic) = (asked.Matter, asked.TopicNamed);
        var now = clock.Now();
        // Indexed parts: "or" over them would read every open promise.
        return await db
            .Database.SqlQuery<KnownPromise>(
                $"""
                select p.promise_id, p.seq, p.matter_id, m.name as matter_name, m.topic_id, m.reference::text as reference, p.kind, p.subject,
                       p.words, p.words_en, p.due, p.look_at, p.door_until,
                       p.door_staff_id, p.team_id, p.holder_id, p.attempts, p.repeats
                from (
                    select * from promises.pub_promise where ended_at is null and to_party_id = {partyId}
                    union
                    select * from promises.pub_promise
                    where ended_at is null and ({partyId}::uuid is null or to_party_id is null) and to_phone = {phone}
                    union
                    select * from promises.pub_promise where ended_at is null and matter_id = {found}
                ) p
                join contacts.pub_matter m on m.matter_id = p.matter_id
                where p.door_until is null or p.door_until > {now}
                order by p.door_until is null, coalesce(p.matter_id = {matter}, false) desc,
                         coalesce(m.topic_id = {topic}, false) desc, p.look_at, p.promise_id limit {MostPromises}
                """
            )
            .ToListAsync(ct);
    }

    /// <summary>The newest contacts of a person, each question a line.</summary>
    public async Task<IReadOnlyList<KnownContact>> RecentAsync(Guid partyId, CancellationToken ct) =>
        await db
            .Database.SqlQuery<KnownContact>(
                $"""
                select c.started_at, c.channel, c.direction, c.involved_name, c.involved_for, c.involved_role, q.outcome, m.name as matter_name,
                       a.title as answer_title, a.number as answer_number, a.current as answer_current
                from (
                    select * from contacts.pub_contact where party_id = {partyId}
                    order by started_at desc limit {MostContacts}
                ) c
                join contacts.pub_question q on q.contact_id = c.contact_id
                join contacts.pub_matter m on m.matter_id = q.matter_id
                left join knowledge.pub_article_version a on a.version_id = q.article_version_id
                order by c.started_at desc, q.position limit {MostContacts}
                """
            )
            .ToListAsync(ct);

    /// <summary>The newest matters of a person: a question may belong to one of them.</summary>
    public async Task<IReadOnlyList<KnownMatter>> MattersAsync(Guid partyId, CancellationToken ct) =>
        await db
            .Database.SqlQuery<KnownMatter>(
                $"""
                select matter_id, name, reference::text as reference, opened_at, topic_id
                from contacts.pub_matter where party_id = {partyId} order by opened_at desc limit {MostMatters}
                """
            )
            .ToListAsync(ct);

    public async Task<IReadOnlyList<KnownMatter>> MatterAsync(Guid matterId, CancellationToken ct) =>
        await db
            .Database.SqlQuery<KnownMatter>(
                $"""
                select matter_id, name, reference::text as reference, opened_at, topic_id
                from contacts.pub_matter where matter_id = {matterId}
                """
            )
            .ToListAsync(ct);
}
