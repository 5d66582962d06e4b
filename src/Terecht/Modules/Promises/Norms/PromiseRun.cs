using NodaTime;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Promises.Norms;

/// <summary>The acts since a promise was made or last opened again, up to its end: contact and attempts count in here.</summary>
internal sealed class PromiseRun
{
    private readonly List<PromiseEvent> acts;

    private PromiseRun(PromiseEvent? reopening, PromiseEvent? end, List<PromiseEvent> acts)
    {
        Reopening = reopening;
        End = end;
        this.acts = acts;
    }

    public PromiseEvent? Reopening { get; }

    /// <summary>Null while it is open.</summary>
    public PromiseEvent? End { get; }

    public static PromiseRun Last(IReadOnlyList<PromiseEvent> events)
    {
        var reopening = events.LastOrDefault(act => act.Type == PromiseEventType.Reopen);
        var since = events.Where(act => reopening is null || act.Seq > reopening.Seq).ToList();
        var end = since.Find(act => act.Type == PromiseEventType.End);
        return new PromiseRun(reopening, end, since);
    }

    /// <summary>Whether an act belongs to an earlier run, also when it was only recorded in this one.</summary>
    public bool IsBefore(PromiseEvent act) =>
        Reopening is not null && (act.Seq < Reopening.Seq || act.At < Reopening.At);

    /// <summary>
    /// When contact was made or the thing done: the first attempt with the outcome of the end, else the end itself.
    /// Null while open, and where nobody was reached and nothing done.
    /// </summary>
    public Instant? ContactAt =>
        End?.End is PromiseEnd.Reached or PromiseEnd.Delivered
            ? Attempts.FirstOrDefault(attempt => attempt.Seq < End.Seq && attempt.Outcome == End.Outcome)?.At ?? End.At
            : null;

    /// <summary>Attempts without contact and without a reason not to count; whether they came in time is for the verdict.</summary>
    public IReadOnlyList<Instant> TriesThatMayCount =>
        [
            .. Attempts
                .Where(attempt =>
                    string.IsNullOrEmpty(attempt.Reason)
                    && attempt.Attempt is AttemptOutcome.NoAnswer or AttemptOutcome.Voicemail
                )
                .Select(attempt => attempt.At),
        ];

    /// <summary>Ended into another promise: a join and an end as answered elsewhere in one second.</summary>
    public bool IsJoined =>
        End?.End == PromiseEnd.AnsweredElsewhere
        && acts.Exists(act => act.Type == PromiseEventType.Join && act.At == End.At);

    private IEnumerable<PromiseEvent> Attempts =>
        acts.Where(act => act.Type == PromiseEventType.Attempt && !IsBefore(act));
}
