using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises.Norms;

/// <summary>The events of one promise, written as it went. All times are local: "2027-05-03 12:00".</summary>
internal sealed class Story
{
    private readonly List<PromiseEvent> events = [];

    private Story() { }

    public IReadOnlyList<PromiseEvent> Events => events;

    public static Story Made(string at, string? due, string team = "kcc") =>
        new Story().Add(PromiseEventType.Made, At(at), act => act with { Team = team, Due = Moment(due) });

    public Story Move(string at, string team) => Add(PromiseEventType.Team, At(at), act => act with { Team = team });

    public Story Bounce(string at, string team) =>
        Add(PromiseEventType.Bounce, At(at), act => act with { Team = team, Reason = "not_ours" });

    public Story Renew(string at, string due, WishedBy by) =>
        Add(PromiseEventType.Renew, At(at), act => act with { Due = At(due), By = by, Reason = "reason" });

    public Story Attempt(string at, AttemptOutcome outcome, string? reason = null, string? recorded = null) =>
        Add(
            PromiseEventType.Attempt,
            At(recorded ?? at),
            act => act with { At = At(at), Outcome = outcome.Word(), Reason = reason }
        );

    public Story NoAnswer(params IEnumerable<string> at) =>
        at.Aggregate(this, (story, moment) => story.Attempt(moment, AttemptOutcome.NoAnswer));

    public Story Join(string at, string? due) =>
        Add(PromiseEventType.Join, At(at), act => act with { Due = Moment(due) });

    public Story End(string at, PromiseEnd end) =>
        Add(PromiseEventType.End, At(at), act => act with { Outcome = end.Word(), Reason = "reason" });

    public Story Reopen(string at, string? team = null) =>
        Add(PromiseEventType.Reopen, At(at), act => act with { Team = team, Reason = "reason" });

    public Story Note(PromiseEventType type, string at) => Add(type, At(at), act => act);

    public PromiseState On(string asOf, AttemptTerms? terms = null) =>
        PromiseLedger.Fold(events, terms ?? AttemptTerms.Default, At(asOf));

    private Story Add(PromiseEventType type, Instant recorded, Func<PromiseEvent, PromiseEvent> with)
    {
        events.Add(
            with(
                new PromiseEvent
                {
                    Seq = events.Count + 1,
                    At = recorded,
                    RecordedAt = recorded,
                    Type = type,
                }
            )
        );
        return this;
    }

    private static Instant? Moment(string? local) => local is null ? null : At(local);
}
