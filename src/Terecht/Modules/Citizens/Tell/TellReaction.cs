using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Citizens.Data;
using Terecht.Modules.Citizens.Templates;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Outbox;
using Terecht.Platform.Time;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>
/// What a citizen must hear becomes one message, or at once a call for Regie where there is no way to write. Sending it is the
/// work of <see cref="MessageSender"/>.
/// </summary>
internal sealed class TellReaction(
    TerechtDb db,
    TimeProvider clock,
    TellWay ways,
    TemplateBook templates,
    IUntold untold,
    TellingPace pace
) : IReaction
{
    public async Task HandleAsync(EventRow happened, CancellationToken ct)
    {
        if (Telling.Of(happened) is not { } telling || await db.Messages.AnyAsync(m => m.EventId == happened.Id, ct))
        {
            return;
        }
        var promise = await PromiseFacts.ReadAsync(db, telling.PromiseId, ct);
        var occasion = telling.Occasion;
        if (
            // A door that is open has no moment; it was said aloud.
            promise.Kind == "open_door"
            || (occasion.OverWhenEnded && promise.EndedAt is not null)
            || (telling.Reason == RenewReason.Undone && await UnsaidAsync(promise.PromiseId, ct))
            || await TakenBackAsync(happened, ct)
        )
        {
            return;
        }
        if (await ways.ForAsync(occasion, promise, ct) is not var (channel, address))
        {
            // Taken back while it still waited for a call: then nobody need call.
            if (
                occasion.MustBeTold
                && !(telling.Reason == RenewReason.Undone && await untold.TakeBackAsync(promise.PromiseId, ct))
            )
            {
                await untold.MarkAsync(promise.PromiseId, UntoldWhy.NoWay, ct);
            }
            return;
        }
        var template = await templates.NowAsync(promise.MunicipalityId, occasion.Code, channel, promise.Language, ct);
        var canBeTakenBack =
            occasion.What == ToldAbout.Renewed
            || happened.Type == PromiseProgressDue.Type && happened.ActorKind == "staff";
        db.Add(
            new Message
            {
                Id = clock.NewId(),
                EventId = happened.Id,
                MunicipalityId = promise.MunicipalityId,
                MatterId = promise.MatterId,
                PromiseId = promise.PromiseId,
                Code = occasion.Code,
                TemplateVersion = template.Version,
                Language = promise.Language,
                Channel = channel,
                Address = address,
                Due = telling.Due ?? promise.Due,
                Reason = telling.Reason,
                Attempts = promise.Attempts,
                State = MessageState.Waiting,
                CreatedAt = clock.Now(),
                NextTryAt =
                    RealClock.Instance.Now()
                    + NodaTime.Duration.FromTimeSpan(canBeTakenBack ? pace.Grace : TimeSpan.Zero),
            }
        );
    }

    /// <summary>The colleague who asked for it took it back since.</summary>
    private async Task<bool> TakenBackAsync(EventRow happened, CancellationToken ct) =>
        happened.Type == PromiseProgressDue.Type
        && await db
            .Database.SqlQuery<bool>(
                $"""
                select exists (
                    select from platform.pub_event
                    where stream_id = {happened.StreamId} and type = {PromiseProgressTakenBack.Type}
                      and recorded_at >= {happened.RecordedAt}) as "Value"
                """
            )
            .SingleAsync(ct);

    /// <summary>The new moment was taken back before anybody heard of it: then there is nothing to tell, and nobody to call.</summary>
    private async Task<bool> UnsaidAsync(Guid promiseId, CancellationToken ct)
    {
        var last = await db
            .Messages.Where(m => m.PromiseId == promiseId && m.Code.StartsWith("renewed"))
            .OrderByDescending(m => m.CreatedAt)
            .ThenByDescending(m => m.Id)
            .FirstOrDefaultAsync(ct);
        // In one statement, for the sender may take it at this very moment.
        return last is not null
            && await db
                .Messages.Where(m => m.Id == last.Id && m.State == MessageState.Waiting && m.Tries == 0)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(m => m.State, MessageState.NotNeeded)
                            .SetProperty(m => m.NextTryAt, (NodaTime.Instant?)null),
                    ct
                ) == 1;
    }
}
