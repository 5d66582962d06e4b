using NodaTime;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Promises.Norms;

/// <summary>Folds the events of one promise into its state: everything that is shown or counted comes from here.</summary>
internal static class PromiseLedger
{
    /// <summary>Whether the promise had been made by then.</summary>
    public static bool ExistsAt(IEnumerable<PromiseEvent> events, Instant asOf) =>
        events.Any(act => act.Type == PromiseEventType.Made && act.RecordedAt <= asOf);

    /// <summary>The state as it was known at an instant: what was recorded later is not seen.</summary>
    /// <exception cref="ArgumentException">The promise had not been made by then.</exception>
    public static PromiseState Fold(IEnumerable<PromiseEvent> events, AttemptTerms terms, Instant asOf)
    {
        var known = events.Where(act => act.RecordedAt <= asOf).OrderBy(act => act.Seq).ToList();
        if (known is not [{ Type: PromiseEventType.Made } made, ..])
        {
            throw new ArgumentException("The events of a promise begin with its making.", nameof(events));
        }

        var moments = MomentsOf(known);
        var run = PromiseRun.Last(known);
        var facts = new KeptRule.Facts(run.End?.End, run.End?.At, run.ContactAt, run.TriesThatMayCount, run.IsJoined);
        return new PromiseState
        {
            MadeAt = made.At,
            Team = OwnerAt(known, asOf),
            Moments = moments,
            EndedAt = facts.EndedAt,
            End = facts.End,
            ReopenedAt = run.Reopening?.At,
            ContactAt = facts.ContactAt,
            Attempts =
            [
                .. known
                    .Where(act => act.Type == PromiseEventType.Attempt)
                    .Select(act => new JudgedAttempt(
                        act.Seq,
                        act.At,
                        act.RecordedAt,
                        act.Attempt,
                        WhyNot(act, run, moments.Limit)
                    )),
            ],
            Repeats = known.Count(act => act.Type == PromiseEventType.Repeat),
            Verdict = KeptRule.Judge(facts, moments.Limit, terms, asOf),
            ByMomentInForce = KeptRule.Judge(facts, moments.InForce, terms, asOf) == KeptVerdict.OnTime,
            FigureTeam = OwnerAt(known, FigureInstant(moments.Limit, facts.EndedAt, asOf)),
            Clocks = ClockReading.Of(known, asOf),
        };
    }

    /// <summary>The moments after these events, the first of them the making.</summary>
    public static PromiseMoments MomentsOf(IReadOnlyList<PromiseEvent> events)
    {
        var moments = PromiseMoments.Starting(events[0].Due);
        foreach (var act in events)
        {
            moments = act switch
            {
                { Type: PromiseEventType.Renew, Due: { } due } => moments.Renewed(due, act.By ?? WishedBy.Us, act.At),
                { Type: PromiseEventType.Join } => moments.Joined(act.Due),
                _ => moments,
            };
        }

        return moments;
    }

    private static string? WhyNot(PromiseEvent attempt, PromiseRun run, Instant? limit) =>
        attempt.Attempt == AttemptOutcome.Reached ? null
        : attempt.Reason is { Length: > 0 } reason ? reason
        : attempt.Attempt == AttemptOutcome.WrongNumber ? AttemptReason.WrongNumber
        : run.IsBefore(attempt) ? AttemptReason.BeforeReopening
        : attempt.At > limit ? AttemptReason.AfterLimit
        : null;

    /// <summary>The figures go to who owned it at the limit, or at the end when that came earlier.</summary>
    private static Instant FigureInstant(Instant? limit, Instant? endedAt, Instant asOf)
    {
        var last = endedAt ?? asOf;
        return limit < last ? limit.Value : last;
    }

    /// <summary>A move in the very second counts for the new owner. While it is closed, who had it last.</summary>
    private static string OwnerAt(List<PromiseEvent> events, Instant at)
    {
        var owner = events[0].Team;
        foreach (var act in events.Skip(1))
        {
            if (act.At <= at && act.Team is not null && MovesTeam(act.Type))
            {
                owner = act.Team;
            }
        }

        return owner ?? string.Empty;
    }

    private static bool MovesTeam(PromiseEventType type) =>
        type is PromiseEventType.Team or PromiseEventType.Bounce or PromiseEventType.Reopen;
}
