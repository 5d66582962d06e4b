using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Platform.Data;

namespace Terecht.Modules.Desk.Reminders;

/// <summary>One line of somebody's reminders.</summary>
/// <param name="EndCode">How it ended; null while it is open.</param>
/// <param name="TeamId">That owns the promise now.</param>
/// <param name="About">A word of <see cref="Promises.Contracts.ReminderAbout"/>.</param>
/// <param name="SeenAt">Null while it is new.</param>
internal sealed record ReminderLine(
    Guid ReminderId,
    Guid PromiseId,
    string ToName,
    string Subject,
    Instant? Due,
    string? EndCode,
    Guid TeamId,
    Guid? HolderId,
    string About,
    string Receiver,
    bool ProposesProgress,
    Instant DeliveredAt,
    Instant? SeenAt
);

/// <summary>
/// What somebody was reminded of, newest first. Only what still says something: of open promises, where it is about a moment
/// the one that is in force; of an ended one that it ended, until it was seen.
/// </summary>
internal sealed class ReminderQuery(TerechtDb db)
{
    public const int PageSize = 50;

    /// <summary>More than this is not counted.</summary>
    public const int Most = 99;

    /// <param name="before">Instant and id of the last line of the page before; null for the first page.</param>
    public async Task<(IReadOnlyList<ReminderLine> Lines, bool More)> ReadAsync(
        Guid staffId,
        (Instant At, Guid Id)? before,
        CancellationToken ct
    )
    {
        Guid[] me = [staffId];
        var (at, id) = before ?? (Instant.FromUtc(9999, 1, 1, 0, 0), Guid.Empty);
        var lines = await db
            .Database.SqlQuery<ReminderLine>(
                $"""
                select r.reminder_id, r.promise_id, p.to_name, p.subject, p.due, p.end_code, p.team_id, p.holder_id, r.about,
                       r.receiver, r.proposes_progress, r.delivered_at, s.seen_at
                from promises.pub_reminder r
                join promises.pub_promise p on p.promise_id = r.promise_id
                left join promises.pub_reminder_seen s on s.reminder_id = r.reminder_id and s.staff_id = {staffId}
                where r.staff_ids @> {me} and (r.delivered_at, r.reminder_id) < ({at}, {id})
                  and (p.ended_at is null) = (r.about <> 'ended') and (r.about <> 'moment' or r.due = p.due)
                  and (r.about <> 'ended' or s.seen_at is null)
                order by r.delivered_at desc, r.reminder_id desc limit {PageSize + 1}
                """
            )
            .ToListAsync(ct);
        return ([.. lines.Take(PageSize)], lines.Count > PageSize);
    }

    /// <summary>How many are new; one more than <see cref="Most"/> for any number above it.</summary>
    public async Task<int> CountNewAsync(Guid staffId, CancellationToken ct)
    {
        Guid[] me = [staffId];
        return await db
            .Database.SqlQuery<int>(
                $"""
                select count(*)::int as "Value" from (
                    select 1 from promises.pub_reminder r
                    join promises.pub_promise p on p.promise_id = r.promise_id
                    where r.staff_ids @> {me}
                      and (p.ended_at is null) = (r.about <> 'ended') and (r.about <> 'moment' or r.due = p.due)
                      and not exists (select from promises.pub_reminder_seen s
                                      where s.reminder_id = r.reminder_id and s.staff_id = {staffId})
                    limit {Most + 1}) as unseen
                """
            )
            .SingleAsync(ct);
    }
}
