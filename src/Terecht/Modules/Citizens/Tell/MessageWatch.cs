using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Citizens.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Loops;
using Terecht.Platform.Messages;
using Terecht.Platform.Time;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>Sent is not delivered: asks what became of a message, for as long as it may still come back.</summary>
internal sealed class MessageWatch(
    TerechtDb db,
    TimeProvider clock,
    IMessageGateway gateway,
    MessageEnd end,
    TellingPace pace
)
{
    /// <summary>False when there was nothing to ask.</summary>
    public async Task<bool> LookAsync(CancellationToken ct)
    {
        var now = RealClock.Instance.Now();
        if (await ClaimAsync(now, ct) is not { } message)
        {
            return false;
        }
        try
        {
            await LearnAsync(message, await gateway.FindAsync(message.Channel, message.Id, ct), ct);
        }
        catch (GatewayAwayException)
        {
            // Asked again at the next turn; that it is away shows as soon as there is something to send.
        }
        return true;
    }

    /// <summary>Told by the gateway of its own accord.</summary>
    public async Task ReceiptAsync(Guid messageId, Delivery delivery, CancellationToken ct)
    {
        var message = await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == messageId, ct);
        if (message is { State: MessageState.Sent })
        {
            await LearnAsync(message, delivery, ct);
        }
    }

    private async Task LearnAsync(Message message, Delivery? delivery, CancellationToken ct)
    {
        switch (delivery)
        {
            case Delivery.Failed(_, var code):
                await end.FailedAsync(message, MessageState.Bounced, code, ct);
                break;
            case Delivery.Delivered:
                await end.DeliveredAsync(message, ct);
                break;
            case null:
                await end.UnwatchedAsync(message, ct);
                break;
        }
    }

    /// <summary>The next turn is written down before asking, so that one node asks and a fault does not ask for ever.</summary>
    private async Task<Message?> ClaimAsync(Instant now, CancellationToken ct)
    {
        var asked = await db
            .Messages.FromSql(
                $"""
                select * from citizens.message where state = 'sent' and next_try_at <= {now}
                order by next_try_at limit 1
                """
            )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        if (asked is null)
        {
            return null;
        }
        // The older it is, the longer the pause.
        var age = asked.SentAt is { } sent ? clock.Now() - sent : Duration.Zero;
        var pause = pace.Watch.FirstOrDefault(w => Duration.FromTimeSpan(w) > age, pace.Watch[^1]);
        Instant? next = age > Duration.FromTimeSpan(pace.MostWatched) ? null : now + Duration.FromTimeSpan(pause);
        var mine = await db
            .Messages.Where(m => m.Id == asked.Id && m.NextTryAt == asked.NextTryAt && m.State == MessageState.Sent)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextTryAt, next), ct);
        return mine == 1 ? asked : null;
    }
}

/// <summary>Asks for one message after the other.</summary>
internal sealed class WatchLoop(IServiceScopeFactory scopes) : ILoop
{
    public string Name => "watch-messages";
    public TimeSpan Pause => TimeSpan.FromSeconds(5);

    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MessageWatch>().LookAsync(ct);
    }
}
