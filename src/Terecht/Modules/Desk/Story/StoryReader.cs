using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Data;

namespace Terecht.Modules.Desk.Story;

/// <summary>The whole story of a matter, newest first: every contact, every act on its promises, every remark.</summary>
internal sealed class StoryReader(TerechtDb db, IOrganisation organisation)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<StoryLine>> ReadAsync(Guid matterId, CancellationToken ct)
    {
        var now = await organisation.NowAsync(ct);
        var remarks = await RemarksAsync(matterId, ct);
        var ofEvent = remarks.Where(r => r.EventId is not null).ToLookup(r => r.EventId!.Value);
        var lines = new List<StoryLine>();
        foreach (var happened in await EventsAsync(matterId, ct))
        {
            if (StoryWords.Of(happened, now) is { } line)
            {
                var words = string.Join('\n', ofEvent[happened.EventId].Select(r => r.Text));
                lines.Add(happened.ActorKind == "citizen" ? line with { Said = words } : line with { Note = words });
            }
        }
        lines.AddRange(remarks.Where(r => r.EventId is null).Select(r => StoryWords.Of(r, now)));
        lines.AddRange((await QuestionsAsync(matterId, ct)).Select(q => StoryWords.Of(q, now)));
        return [.. lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Order)];
    }

    private async Task<List<StoryEvent>> EventsAsync(Guid matterId, CancellationToken ct) =>
        await db
            .Database.SqlQuery<StoryEvent>(
                $"""
                select event_id, type, at, recorded_at, actor_kind, actor_id, seq, data::text as data
                from platform.pub_event
                where matter_id = {matterId} and type like 'promise.%' order by recorded_at desc, seq desc limit {Most}
                """
            )
            .ToListAsync(ct);

    private async Task<List<StoryRemark>> RemarksAsync(Guid matterId, CancellationToken ct) =>
        await db
            .Database.SqlQuery<StoryRemark>(
                $"""
                select event_id, staff_id, recorded_at, text from contacts.pub_remark
                where matter_id = {matterId} order by recorded_at desc limit {Most}
                """
            )
            .ToListAsync(ct);

    private async Task<List<StoryQuestion>> QuestionsAsync(Guid matterId, CancellationToken ct) =>
        await db
            .Database.SqlQuery<StoryQuestion>(
                $"""
                select c.started_at, c.channel, c.staff_id, c.involved_name, c.involved_for, c.involved_role,
                       q.outcome, q.outcome_detail, q.note,
                       a.title as answer_title, a.number as answer_number, a.code as answer_code
                from contacts.pub_question q
                join contacts.pub_contact c on c.contact_id = q.contact_id
                left join knowledge.pub_article_version a on a.version_id = q.article_version_id
                where q.matter_id = {matterId} and c.direction = 'in' order by c.started_at desc limit {Most}
                """
            )
            .ToListAsync(ct);
}
