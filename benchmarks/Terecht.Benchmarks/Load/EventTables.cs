using System.Text.Json;
using NodaTime;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Events;

namespace Terecht.Benchmarks.Load;

/// <summary>Where the events of the loaded rows go: the table of events, or the feed.</summary>
internal interface IEventSink
{
    void Add<T>(Guid id, T happened, Instant recorded, Guid actor)
        where T : IEvent;
}

/// <summary>Every event of every loaded row, in the order in which the product would have written them.</summary>
internal sealed class EventTables(Calls calls, Pledges pledges, Size size)
{
    // What is done with a promise comes about a day after the call, between the calls of that day.
    private readonly int _later = Math.Min(5000, size.Contacts / 10);

    public IReadOnlyList<Table> Tables =>
        [
            new(
                "platform.event",
                "id, stream_id, seq, type, at, recorded_at, actor_kind, actor_id, matter_id, team_id, data",
                rows => Write(new EventSink(rows), 0)
            ),
            new(
                "platform.feed",
                "no, event_id, type, topics, numbered_at",
                // A contact and what follows from it are two rows of the feed.
                rows => Write(new FeedSink(rows), size.Contacts - (size.Latest / 2))
            ),
        ];

    public static Guid PromiseEventId(int promise, int seq, Instant recorded) =>
        Draw.Id(Of.Event, (1L << 40) + (promise * 16L) + seq, recorded);

    private void Write(IEventSink sink, int from)
    {
        for (var i = from; i < calls.Count + _later; i++)
        {
            if (i < calls.Count)
            {
                Call(sink, i);
            }
            if (i >= from + _later && pledges.Of(i - _later) is { } promise)
            {
                Acts(sink, promise);
            }
        }
    }

    private void Call(IEventSink sink, int call)
    {
        var (at, agent) = (calls.At(call), Calls.Agent(call));
        if (Calls.Opens(call))
        {
            Opened(sink, call, 1);
        }
        if (Calls.HasSecondQuestion(call))
        {
            Opened(sink, call, 2);
        }
        Guid[] questions = Calls.HasSecondQuestion(call)
            ? [calls.QuestionId(call, 1), calls.QuestionId(call, 2)]
            : [calls.QuestionId(call, 1)];
        Guid[] matters = Calls.HasSecondQuestion(call)
            ? [calls.MatterId(call, 1), calls.MatterId(call, 2)]
            : [calls.MatterId(call, 1)];
        sink.Add(
            Draw.Id(Of.Event, call * 16L, at),
            new ContactRegistered(
                calls.Id(call),
                "phone",
                Calls.IsOurs(call) ? "out" : "in",
                questions,
                matters,
                calls.PartyId(call)
            ),
            at,
            agent
        );
        if (pledges.Of(call) is { } promise)
        {
            var (first, made) = (pledges.FirstTeam(promise), pledges.MadeAt(promise));
            sink.Add(
                PromiseEventId(promise, 1, made),
                new PromiseMade(
                    pledges.Id(promise),
                    matters[0],
                    House.Team[first],
                    House.TeamCode(first),
                    pledges.Due(promise),
                    "call",
                    "cannot"
                ),
                made,
                agent
            );
        }
    }

    private void Opened(IEventSink sink, int call, int position) =>
        sink.Add(
            Draw.Id(Of.Event, (call * 16L) + position, calls.At(call)),
            new MatterOpened(calls.MatterId(call, position), House.Topic[Calls.Topic(call, position)]),
            calls.At(call),
            Calls.Agent(call)
        );

    /// <summary>All that was done with a promise after it was made, in order, up to the number that its row has.</summary>
    private void Acts(IEventSink sink, int promise)
    {
        var (id, matter, team) = (pledges.Id(promise), calls.MatterId(pledges.Call(promise), 1), pledges.Team(promise));
        var (teamId, staff) = (House.Team[team], pledges.Holder(promise) ?? House.Specialist(team, 0));
        var made = pledges.MadeAt(promise);
        var no = 1;
        Guid Next(out Instant at, out int seq)
        {
            seq = ++no;
            at =
                pledges.EndedAt(promise) is { } ended && no == pledges.Seq(promise)
                    ? ended
                    : made + Duration.FromMinutes(5 * no);
            return PromiseEventId(promise, no, at);
        }

        if (Pledges.Bounced(promise))
        {
            var from = House.Team[pledges.FirstTeam(promise)];
            var row = Next(out var at, out var seq);
            sink.Add(
                row,
                new PromiseBounced(id, matter, seq, from, teamId, House.TeamCode(team), null, BounceReason.OtherTeam),
                at,
                staff
            );
        }
        if (Pledges.Repeated(promise))
        {
            var row = Next(out var at, out var seq);
            sink.Add(row, new PromiseRepeated(id, matter, seq, teamId, calls.Id(pledges.Call(promise))), at, staff);
        }
        if (pledges.Holder(promise) is { } holder)
        {
            var row = Next(out var at, out var seq);
            sink.Add(row, new PromiseHeld(id, matter, seq, teamId, holder), at, staff);
        }
        for (var i = 0; i < Pledges.Attempts(promise); i++)
        {
            var row = Next(out var at, out var seq);
            sink.Add(row, new PromiseAttempted(id, matter, seq, teamId, at, "no_answer", null), at, staff);
        }
        if (pledges.EndedAt(promise) is { } end)
        {
            var row = Next(out var at, out var seq);
            sink.Add(
                row,
                new PromiseEnded(id, matter, seq, teamId, "reached", null, end <= pledges.Due(promise)),
                at,
                staff
            );
        }
    }

    private sealed class EventSink(CopyRows rows) : IEventSink
    {
        public void Add<T>(Guid id, T happened, Instant recorded, Guid actor)
            where T : IEvent =>
            rows.Row()
                .Id(id)
                .Id(happened.Stream)
                .Number(happened.Seq)
                .Text(T.Type)
                .At(happened.At ?? recorded)
                .At(recorded)
                .Text("staff")
                .Id(actor)
                .Id(happened.Matter)
                .Id(happened.Team)
                .Json(JsonSerializer.Serialize(happened, EventLog.Json));
    }

    private sealed class FeedSink(CopyRows rows) : IEventSink
    {
        public void Add<T>(Guid id, T happened, Instant recorded, Guid actor)
            where T : IEvent
        {
            if (happened.Topics.ToArray() is { Length: > 0 } topics)
            {
                rows.Row().Long(rows.Count).Id(id).Text(T.Type).Texts(topics).At(recorded);
            }
        }
    }
}
