using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Citizens.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>
/// What became of a message, with what follows for its promise, in one transaction. Each only from the state and the try in
/// which it was found: whoever comes second changes nothing.
/// </summary>
internal sealed class MessageEnd(TerechtDb db, TimeProvider clock, IPromises promises, IUntold untold, TellingPace pace)
{
    private const int MostCollisions = 20;

    /// <summary>The gateway has it: the citizen was told.</summary>
    public Task SentAsync(Message message, string providerId, CancellationToken ct)
    {
        Instant? watch = RealClock.Instance.Now() + Duration.FromTimeSpan(pace.Watch[0]);
        return OnceAsync(
            async () =>
                await Mine(message)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(m => m.State, MessageState.Sent)
                                .SetProperty(m => m.ProviderId, providerId)
                                .SetProperty(m => m.SentAt, clock.Now())
                                .SetProperty(m => m.Why, (string?)null)
                                .SetProperty(m => m.NextTryAt, watch),
                        ct
                    ),
            () =>
                promises.ActAsync(
                    new PromiseAct.Told(
                        message.PromiseId,
                        Guid.Empty,
                        message.Channel,
                        Occasion.Find(message.Code)!.What
                    ),
                    ct
                ),
            ct
        );
    }

    /// <summary>It will never arrive: it comes back as work, where it was about something that we owe.</summary>
    public Task FailedAsync(Message message, string state, string code, CancellationToken ct) =>
        OnceAsync(
            async () =>
                await Mine(message)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(m => m.State, state)
                                .SetProperty(m => m.FailedAt, clock.Now())
                                .SetProperty(m => m.Why, code)
                                .SetProperty(m => m.NextTryAt, (Instant?)null),
                        ct
                    ),
            () =>
                Occasion.Find(message.Code) is { ComesBackAsWork: true }
                    ? untold.MarkAsync(message.PromiseId, UntoldWhy.Of(message.Channel, state, code), ct)
                    : Task.CompletedTask,
            ct
        );

    public Task LaterAsync(Message message, string code, TimeSpan pause, CancellationToken ct)
    {
        Instant? next = RealClock.Instance.Now() + Duration.FromTimeSpan(pause);
        return Mine(message)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Why, code).SetProperty(m => m.NextTryAt, next), ct);
    }

    public Task NotNeededAsync(Message message, CancellationToken ct) =>
        Mine(message)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, MessageState.NotNeeded).SetProperty(m => m.NextTryAt, (Instant?)null),
                ct
            );

    public Task DeliveredAsync(Message message, CancellationToken ct) =>
        Mine(message)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, MessageState.Delivered).SetProperty(m => m.NextTryAt, (Instant?)null),
                ct
            );

    /// <summary>This gateway cannot be asked: sent is all that we shall know.</summary>
    public Task UnwatchedAsync(Message message, CancellationToken ct) =>
        Mine(message).ExecuteUpdateAsync(set => set.SetProperty(m => m.NextTryAt, (Instant?)null), ct);

    private IQueryable<Message> Mine(Message message) =>
        db.Messages.Where(m => m.Id == message.Id && m.State == message.State && m.Tries == message.Tries);

    /// <summary>Somebody may act on the promise at the very same moment: then once more, from what they left.</summary>
    private async Task OnceAsync(Func<Task<int>> mark, Func<Task> follows, CancellationToken ct)
    {
        for (var collisions = 0; ; collisions++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (await mark() == 0)
            {
                return;
            }
            try
            {
                await follows();
                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return;
            }
            catch (DbUpdateConcurrencyException) when (collisions < MostCollisions)
            {
                await transaction.RollbackAsync(ct);
                db.ChangeTracker.Clear();
            }
        }
    }
}
