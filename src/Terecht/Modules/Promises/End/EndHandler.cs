using Terecht.Modules.Promises.Attempt;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Modules.Promises.NotOwed;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.End;

/// <summary>Ends a promise. Whether it was kept is folded from its events, by the one rule.</summary>
internal sealed class EndHandler(
    TerechtDb db,
    TimeProvider clock,
    EventLog events,
    AttemptHandler attempts,
    Elsewhere elsewhere,
    NotOwedRules rules,
    Notices.Notices notices
)
{
    public async Task<ActResult> HandleAsync(PromiseAct.End act, Promise promise, CancellationToken ct)
    {
        if (!promise.IsOpen)
        {
            return new ActResult.Refused("Deze toezegging is al afgerond.");
        }
        if (WrongEnd(act, promise) is { } wrong)
        {
            return wrong;
        }
        if (act.Outcome == PromiseEnd.AnsweredElsewhere)
        {
            if (!await elsewhere.IsThereAsync(act, promise, ct))
            {
                return new ActResult.Refused(
                    "Kies het contact of de toezegging waarin het is beantwoord.",
                    "AnsweredBy"
                );
            }
            promise.AnsweredBy = act.AnsweredBy;
        }
        if (act.Outcome == PromiseEnd.NotOwed && !act.RegieAgrees && !await rules.AllowAsync(act, promise, ct))
        {
            return new ActResult.Refused("Regie beslist of wij dit niet hoeven te doen. Vraag het Regie.", "Outcome");
        }

        var history = await PromiseHistory.ReadAsync(db, promise.Id, ct);
        var now = clock.Now();
        if (act.Outcome == PromiseEnd.AttemptsDone)
        {
            var counting = PromiseLedger.Fold(history, promise.AttemptTerms, now).Attempts.Where(a => a.Counts);
            if (
                promise.LimitAt is not { } limit
                || !KeptRule.AttemptsDone(counting.Select(a => a.At), limit, promise.AttemptTerms)
            )
            {
                return new ActResult.Refused(
                    $"Daarvoor zijn {promise.NormAttempts} pogingen in {promise.NormDayparts} dagdelen nodig, voor het beloofde moment.",
                    "Outcome"
                );
            }
        }
        if (act.Outcome == PromiseEnd.Reached)
        {
            var reached = new PromiseAct.Attempt(
                promise.Id,
                promise.Seq,
                act.StaffId,
                AttemptOutcome.Reached,
                act.HappenedAt,
                promise.ToPhone,
                ""
            );
            var called = await attempts.HandleAsync(reached, promise, ct);
            if (called is not ActResult.Done contact)
            {
                return called;
            }
            history = [.. history, Contact(contact.Seq, act.HappenedAt, now)];
        }

        var ended = new PromiseEvent
        {
            Seq = promise.Seq + 1,
            At = now,
            RecordedAt = now,
            Type = PromiseEventType.End,
            Reason = act.Reason,
            Outcome = act.Outcome.Word(),
        };
        var onTime = PromiseLedger.Fold([.. history, ended], promise.AttemptTerms, now).OnTime;
        notices.Ended(promise, act.StaffId);
        var happened = promise.End(act.Outcome, act.Reason, onTime, now);
        return new ActResult.Done(promise.MatterId, promise.TeamId, promise.Seq, events.Record(happened));
    }

    private static ActResult.Refused? WrongEnd(PromiseAct.End act, Promise promise) =>
        act.Outcome switch
        {
            PromiseEnd.NotOwed when NotOwedReason.All.All(r => r.Code != act.Reason) => new ActResult.Refused(
                "Kies waarom wij dit niet hoeven te doen.",
                "Reason"
            ),
            PromiseEnd.Reached when promise.Kind != "call" => new ActResult.Refused(
                "Bereikt hoort bij bellen. Kies geleverd.",
                "Outcome"
            ),
            PromiseEnd.Delivered when promise.Kind == "call" => new ActResult.Refused(
                "Geleverd hoort bij schrijven en doen. Kies bereikt.",
                "Outcome"
            ),
            _ => null,
        };

    private static PromiseEvent Contact(int seq, NodaTime.Instant at, NodaTime.Instant now) =>
        new()
        {
            Seq = seq,
            At = at,
            RecordedAt = now,
            Type = PromiseEventType.Attempt,
            Outcome = AttemptOutcome.Reached.Word(),
        };
}
