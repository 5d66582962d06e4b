using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Steps;

internal sealed class Reminders(TerechtDb db, TimeProvider clock) : IReminders
{
    public async Task SeeAsync(Guid staffId, IReadOnlyCollection<Guid> reminderIds, CancellationToken ct)
    {
        Guid[] ids = [.. reminderIds];
        Guid[] me = [staffId];
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into promises.reminder_seen (reminder_id, staff_id, seen_at)
            select id, {staffId}, {clock.Now()} from promises.reminder where id = any({ids}) and staff_ids @> {me}
            on conflict do nothing
            """,
            ct
        );
    }

    public async Task SeeAllAsync(Guid staffId, CancellationToken ct)
    {
        Guid[] me = [staffId];
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into promises.reminder_seen (reminder_id, staff_id, seen_at)
            select r.id, {staffId}, {clock.Now()} from promises.reminder r
            join promises.promise p on p.id = r.promise_id
            where r.staff_ids @> {me} and (p.ended_at is null) = (r.about <> 'ended')
            on conflict do nothing
            """,
            ct
        );
    }
}
