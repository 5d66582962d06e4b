using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Steps;

/// <summary>
/// Reminds those who can still keep a promise. Claim, reminders, events and the next step are one transaction: broken at any
/// point nothing happened, and the next round does it whole.
/// </summary>
internal sealed class StepHandler(
    TerechtDb db,
    TimeProvider clock,
    EventLog events,
    IOrganisation organisation,
    NormBook norms
)
{
    public const int AtOnce = 50;

    /// <summary>How many promises were looked at; those that another node holds are skipped.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var promises = await db
            .Promises.FromSql(
                $"""
                select * from promises.promise
                where ended_at is null and next_step_at <= {now}
                order by next_step_at limit {AtOnce} for update skip locked
                """
            )
            .ToListAsync(ct);
        if (promises.Count == 0)
        {
            return 0;
        }
        Guid[] ids = [.. promises.Select(p => p.Id)];
        var delivered = (
            await db
                .Reminders.Where(r => ids.Contains(r.PromiseId) && r.About == ReminderAbout.Moment)
                .Select(r => new
                {
                    r.PromiseId,
                    r.Due,
                    r.Step,
                })
                .ToListAsync(ct)
        ).Select(r => new Delivered(r.PromiseId, r.Due!.Value, r.Step!.Value)).ToHashSet();
        var town = await organisation.NowAsync(ct);
        foreach (var promise in promises)
        {
            await RemindAsync(promise, delivered, town, now, ct);
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return promises.Count;
    }

    /// <summary>
    /// Delivers every step that is due and can be heard now. One whose receivers are closed waits for their opening, and
    /// holds up no later one: Regie may be open.
    /// </summary>
    private async Task RemindAsync(
        Promise promise,
        HashSet<Delivered> delivered,
        OrganisationNow town,
        Instant now,
        CancellationToken ct
    )
    {
        Instant? due = promise.Due;
        var steps = (await norms.OfPromiseAsync(promise.NormVersionId, ct))
            .Steps.OrderByDescending(s => s.Before)
            .ToList();
        if (due is not { } moment)
        {
            promise.WaitForStep(null, null);
            return;
        }
        var calendar = await organisation.CalendarVersionAsync(promise.CalendarVersionId, ct);
        (short Step, Instant At)? next = null;
        for (var step = promise.NextStep!.Value; step < steps.Count; step++)
        {
            if (delivered.Contains(new Delivered(promise.Id, moment, step)))
            {
                continue;
            }
            // The first one may have been due before it was planned: then the calendar says an earlier time, or none.
            var at = calendar.SubtractWorkingTime(moment, steps[step].Before) ?? now;
            if (at <= now)
            {
                CallForProgress(promise, steps[step], moment);
                var receivers = Receivers.Of(steps[step].To, Who(promise), town, now);
                at = receivers.From(now);
                if (at <= now)
                {
                    Deliver(promise, moment, step, steps[step], receivers, now);
                    continue;
                }
            }
            next = next is { } first ? (first.Step, Instant.Min(first.At, at)) : (step, at);
        }
        promise.WaitForStep(next?.Step, next?.At);
    }

    private void Deliver(Promise promise, Instant due, short step, NormStep what, Receivers to, Instant now)
    {
        db.Add(
            new Reminder
            {
                Id = clock.NewId(),
                PromiseId = promise.Id,
                About = ReminderAbout.Moment,
                Due = due,
                Step = step,
                Receiver = to.Kind,
                TeamId = to.Team.Id,
                StaffIds = to.Staff,
                ProposesProgress = what.ProposesProgress,
                DeliveredAt = now,
            }
        );
        events.Record(new PromiseReminded(promise.Id, promise.MatterId, to.Team.Id, due, step, to.Kind, to.Staff));
    }

    /// <summary>Once for each moment in force, and not later because somebody's team is closed: the citizen hears it before the moment.</summary>
    private void CallForProgress(Promise promise, NormStep step, Instant due)
    {
        if (step.SendsProgress && promise.ProgressFor != due)
        {
            promise.ProgressFor = due;
            events.Record(new PromiseProgressDue(promise.Id, promise.MatterId, promise.TeamId, due));
        }
    }

    private static Promised Who(Promise promise) => new(promise.MunicipalityId, promise.TeamId, promise.HolderId);

    private sealed record Delivered(Guid PromiseId, Instant Due, short Step);
}
