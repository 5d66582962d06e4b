using NodaTime;
using Terecht.Demo.History;
using Terecht.Demo.Inhabitants;
using Terecht.Demo.Rows;
using Terecht.Demo.Town;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Bounce;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Modules.Routing.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Demo.Promises;

/// <summary>
/// One promise of the past. Each act is the act of the product, by the same rules, at its own instant; acts come in order of
/// recording. What a handler would refuse is a mistake of the demo, and thrown.
/// </summary>
internal sealed class PromiseLife(
    Municipality town,
    DemoRows rows,
    Chronicle chronicle,
    ContactWriter contacts,
    Promise promise,
    TownTopic topic,
    Inhabitant? to,
    ServiceCalendar calendar
)
{
    private readonly List<PromiseEvent> _past = [];

    public Promise Promise => promise;
    public TownTopic Topic => topic;
    public Inhabitant? To => to;

    /// <summary>The calendar that gave the moment; attempts are judged by it.</summary>
    public ServiceCalendar Calendar => calendar;
    public TeamCard Team => town.Team(promise.TeamId);

    public void Made()
    {
        var made = new PromiseMade(
            promise.Id,
            promise.MatterId,
            promise.TeamId,
            Team.Code,
            promise.FirstDue,
            promise.Kind,
            promise.WhyNot
        )
        {
            TellChannel = promise.TellChannel,
        };
        rows.Promises.Add(promise);
        Remember(chronicle.ByStaff(made, promise.MadeAt, promise.MadeBy!.Value));
    }

    public void Take(Guid staff, Instant at) => Record(promise.Take(staff, At(at)), at, staff);

    /// <param name="staff">Who gives it back; null when the program does, because the holder left.</param>
    public void GiveBack(Guid? staff, Instant at) => Record(promise.GiveBack(), At(at), staff);

    public void Attempt(Guid staff, AttemptOutcome outcome, Instant happened, Instant recorded, string remark)
    {
        var row = Try(staff, outcome, happened, At(recorded));
        contacts.Remark(promise.MatterId, row.Id, staff, recorded, remark);
        Call(staff, happened, recorded, "call_again");
    }

    public void End(Guid staff, PromiseEnd end, Instant happened, Instant recorded, string remark)
    {
        At(recorded);
        if (end == PromiseEnd.AttemptsDone)
        {
            var counting = State(recorded).Attempts.Where(a => a.Counts).Select(a => a.At);
            Must(KeptRule.AttemptsDone(counting, promise.LimitAt!.Value, promise.AttemptTerms), "not enough attempts");
        }
        if (end == PromiseEnd.Reached)
        {
            Try(staff, AttemptOutcome.Reached, happened, recorded);
            Call(staff, happened, recorded, "answered");
        }
        var ended = new PromiseEvent
        {
            Seq = promise.Seq + 1,
            At = recorded,
            RecordedAt = recorded,
            Type = PromiseEventType.End,
            Outcome = end.Word(),
        };
        var onTime = PromiseLedger.Fold([.. _past, ended], promise.AttemptTerms, recorded).OnTime;
        var row = Record(promise.End(end, null, onTime, recorded), recorded, staff);
        contacts.Remark(promise.MatterId, row.Id, staff, recorded, remark);
    }

    /// <param name="wanted">The better team; null for "don't know".</param>
    public void Bounce(Guid staff, TeamCard? wanted, string reason, Instant at, string remark)
    {
        At(at);
        Must(wanted?.Id != promise.TeamId, "bounced to itself");
        var atRegie = promise.TeamId == town.Regie.Id;
        Must(wanted is not null || !atRegie, "bounced by Regie to nobody");
        var regieDecides = promise.Bounces + 1 >= BounceHandler.RegieDecidesFrom && !atRegie;
        var next = wanted is null || regieDecides ? town.Regie : wanted;
        var from = promise.TeamId;
        var row = Record(promise.Bounce(next.Id, next.Code, topic.Id, reason, at), at, staff);
        contacts.Remark(promise.MatterId, row.Id, staff, at, remark);
        rows.WrongTurns.Add(
            new WrongTurn
            {
                Id = row.Id,
                PromiseId = promise.Id,
                TopicId = topic.Id,
                FromTeamId = from,
                ToTeamId = next.Id,
                Reason = reason,
                At = at,
            }
        );
    }

    public void Repeat(Guid contact, Guid staff, Instant at) => Record(promise.Repeat(contact, At(at)), at, staff);

    public void Reopen(Guid staff, Instant at)
    {
        Must(!promise.IsOpen, "still open");
        Record(promise.Reopen(Team.Code, "asked"), at, staff);
    }

    /// <summary>Time goes on to this instant: a moment that passes while it is open is marked, as the program does by itself.</summary>
    public void PassTo(Instant instant)
    {
        if (promise.IsOpen && promise is { MomentPassedAt: null, Due: not null } && promise.Due < instant)
        {
            // Opened again after its moment: marked when it was open.
            var late = Instant.Max(promise.Due.Value, _past[^1].RecordedAt);
            var seen = Instant.Min(late + Duration.FromSeconds(2), instant);
            promise.MomentPassedAt = seen;
            chronicle.BySystem(
                new PromiseMomentPassed(
                    promise.Id,
                    promise.MatterId,
                    promise.TeamId,
                    promise.HolderId,
                    promise.Due.Value
                ),
                seen
            );
        }
    }

    private Instant At(Instant at)
    {
        Must(promise.IsOpen, "ended already");
        Must(_past[^1].RecordedAt <= at, "an act before an earlier one");
        return at;
    }

    private EventRow Try(Guid staff, AttemptOutcome outcome, Instant happened, Instant recorded)
    {
        Must(
            AttemptRule.WrongTime(happened, recorded, promise.MadeAt, State(recorded).ReopenedAt) is null,
            "a wrong time"
        );
        if (promise.HolderId is null)
        {
            // Who calls for the team has it.
            Take(staff, recorded);
        }
        var whyNot = AttemptRule.WhyNotCounting(happened, outcome, toAgreedNumber: true, calendar, promise.LimitAt);
        return Record(promise.Attempt(outcome, happened, whyNot), recorded, staff);
    }

    private void Call(Guid staff, Instant happened, Instant recorded, string outcome) =>
        contacts.Outbound(
            promise.MatterId,
            to,
            promise.ToName,
            promise.ToPhone,
            staff,
            new Interval(happened, recorded),
            outcome
        );

    private PromiseState State(Instant at) => PromiseLedger.Fold(_past, promise.AttemptTerms, at);

    private EventRow Record<T>(T happened, Instant recorded, Guid? staff)
        where T : IEvent =>
        Remember(
            staff is { } known ? chronicle.ByStaff(happened, recorded, known) : chronicle.BySystem(happened, recorded)
        );

    private EventRow Remember(EventRow row)
    {
        _past.Add(PromiseHistory.Read(row));
        return row;
    }

    private void Must(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(
                $"The demo made a promise about {topic.Code} with {what} ({_past[0].At.Local()})."
            );
        }
    }
}
