using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Steps;

internal sealed class Reminders(TerechtDb db, TimeProvider clock) : IReminders
{
    public async Task SeeAsync(Guid staffId, IReadOnlyCollection<Guid> reminderIds, CancellationToken ct) =>
        Mark(staffId, await Unseen(staffId).Where(id => reminderIds.Contains(id)).ToListAsync(ct));

    public async Task SeeAllAsync(Guid staffId, CancellationToken ct) =>
        Mark(staffId, await Unseen(staffId).ToListAsync(ct));

    private IQueryable<Guid> Unseen(Guid staffId) =>
        from reminder in db.Reminders
        join promise in db.Promises on reminder.PromiseId equals promise.Id
        where reminder.StaffIds.Contains(staffId) && promise.EndedAt == null
        where !db.Set<ReminderSeen>().Any(s => s.ReminderId == reminder.Id && s.StaffId == staffId)
        select reminder.Id;

    private void Mark(Guid staffId, List<Guid> reminders) =>
        db.AddRange(
            reminders.Select(id => new ReminderSeen
            {
                ReminderId = id,
                StaffId = staffId,
                SeenAt = clock.Now(),
            })
        );
}
