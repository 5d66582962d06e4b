using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Platform.Data;

namespace Terecht.Modules.Desk.Reminders;

/// <summary>Who was reminded of the moment in force of one promise.</summary>
internal sealed record CaseReminder(
    short Step,
    string Receiver,
    Guid[] StaffIds,
    bool ProposesProgress,
    Instant DeliveredAt
);

/// <param name="Next">When the next step is taken by itself; null when none is left.</param>
internal sealed record CaseReminders(IReadOnlyList<CaseReminder> Heard, Instant? Next)
{
    /// <summary>A step said that the citizen might want to hear how it stands.</summary>
    public bool ProposesProgress => Heard.Any(r => r.ProposesProgress);
}

internal sealed class CaseRemindersReader(TerechtDb db)
{
    public async Task<CaseReminders> OfAsync(Guid promiseId, CancellationToken ct)
    {
        var heard = await db
            .Database.SqlQuery<CaseReminder>(
                $"""
                select r.step, r.receiver, r.staff_ids, r.proposes_progress, r.delivered_at
                from promises.pub_reminder r
                join promises.pub_promise p on p.promise_id = r.promise_id and p.due = r.due
                where r.promise_id = {promiseId} and r.about = 'moment' order by r.delivered_at, r.step
                """
            )
            .ToListAsync(ct);
        var next = await db
            .Database.SqlQuery<Instant?>(
                $"""select next_step_at as "Value" from promises.pub_promise where promise_id = {promiseId}"""
            )
            .SingleOrDefaultAsync(ct);
        return new CaseReminders(heard, next);
    }
}
