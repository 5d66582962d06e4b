using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Citizens.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Messages;
using Terecht.Platform.Time;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>
/// Sends one message. That it is being sent is committed before the call, and what became of it after; whoever finds it
/// in between asks the gateway first. So a citizen gets it once, wherever the program stops.
/// </summary>
internal sealed class MessageSender(
    TerechtDb db,
    TimeProvider clock,
    IMessageGateway gateway,
    MessageWriter writer,
    MessageEnd end,
    TellingPace pace
)
{
    /// <summary>False when there was nothing to send.</summary>
    public async Task<bool> SendOneAsync(CancellationToken ct)
    {
        if (await ClaimAsync(ct) is not { } message)
        {
            return false;
        }
        try
        {
            await SendAsync(message, ct);
            await WorksAsync(message.Channel, ct);
        }
        catch (GatewayAwayException away)
        {
            await AwayAsync(message, away.Code, ct);
        }
        return true;
    }

    private async Task SendAsync(Message message, CancellationToken ct)
    {
        // It may have been taken at an earlier try, whose answer never came.
        var known = message.Tries > 1 ? await gateway.FindAsync(message.Channel, message.Id, ct) : null;
        switch (known)
        {
            case Delivery.UnderWay(var id):
                await end.SentAsync(message, id, ct);
                return;
            case Delivery.Delivered(var id):
                await end.SentAsync(message, id, ct);
                return;
            case Delivery.Failed(_, var code):
                await end.FailedAsync(message, MessageState.Refused, code, ct);
                return;
        }
        if (await IsOverAsync(message, ct))
        {
            await end.NotNeededAsync(message, ct);
            return;
        }
        if (message.CreatedAt + Duration.FromTimeSpan(pace.MostWait) <= clock.Now())
        {
            await end.FailedAsync(message, MessageState.Refused, "too_late", ct);
            return;
        }
        switch (await gateway.SendAsync(await writer.WriteAsync(message, ct), ct))
        {
            case SendResult.Accepted(var id):
                await end.SentAsync(message, id, ct);
                break;
            case SendResult.Refused(var code):
                await end.FailedAsync(message, MessageState.Refused, code, ct);
                break;
            case SendResult.Later(var code):
                await end.LaterAsync(message, code, pace.Pause(message.Tries), ct);
                break;
        }
    }

    /// <summary>Marks one as being sent, for as long as the lease; skips those of a gateway that pauses.</summary>
    private async Task<Message?> ClaimAsync(CancellationToken ct)
    {
        var now = RealClock.Instance.Now();
        var lease = now + Duration.FromTimeSpan(pace.Lease);
        var claimed = await db
            .Messages.FromSql(
                $"""
                update citizens.message set state = 'sending', tries = tries + 1, next_try_at = {lease}
                where id = (
                    select m.id from citizens.message m
                    where m.state in ('waiting', 'sending') and m.next_try_at <= {now}
                      and not exists (
                          select from citizens.gateway_pause g where g.channel = m.channel and g.next_try_at > {now})
                    order by m.next_try_at limit 1 for update skip locked)
                returning *
                """
            )
            .AsNoTracking()
            .ToListAsync(ct);
        return claimed.SingleOrDefault();
    }

    /// <summary>Something newer is to be told of this promise, or it has ended: this would be news of yesterday.</summary>
    private Task<bool> IsOverAsync(Message message, CancellationToken ct) =>
        Occasion.Find(message.Code) is { OverWhenEnded: true }
            ? db
                .Database.SqlQuery<bool>(
                    $"""
                    select exists (
                        select from citizens.message n
                        join platform.pub_event newer on newer.event_id = n.event_id
                        join platform.pub_event own on own.event_id = {message.EventId}
                        where n.promise_id = {message.PromiseId} and n.code like 'renewed%' and n.state <> 'not_needed'
                          and newer.seq > own.seq)
                    or exists (
                        select from promises.pub_promise p
                        where p.promise_id = {message.PromiseId}
                          and (p.ended_at is not null
                               or ({message.Code} in ({Occasion.Progress.Code}, {Occasion.Late.Code})
                                   and p.due is distinct from {message.Due})))
                    or ({message.Code} in ({Occasion.Progress.Code}, {Occasion.Late.Code}) and exists (
                        select from platform.pub_event back
                        join platform.pub_event own on own.event_id = {message.EventId}
                        where back.stream_id = {message.PromiseId} and back.type = {PromiseProgressTakenBack.Type}
                          and back.recorded_at >= own.recorded_at)) as "Value"
                    """
                )
                .SingleAsync(ct)
            : Task.FromResult(false);

    private Task<int> WorksAsync(string channel, CancellationToken ct) =>
        db.GatewayPauses.Where(p => p.Channel == channel).ExecuteDeleteAsync(ct);

    private async Task AwayAsync(Message message, string code, CancellationToken ct)
    {
        var now = RealClock.Instance.Now();
        var tries =
            await db
                .GatewayPauses.Where(p => p.Channel == message.Channel)
                .Select(p => p.Tries)
                .SingleOrDefaultAsync(ct) + 1;
        var next = now + Duration.FromTimeSpan(pace.Pause(tries));
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into citizens.gateway_pause as g (channel, since, tries, next_try_at, why)
            values ({message.Channel}, {clock.Now()}, 1, {next}, {code})
            on conflict (channel) do update set tries = {tries}, next_try_at = {next}, why = {code}
            """,
            ct
        );
        await end.LaterAsync(message, code, TimeSpan.Zero, ct);
    }
}
