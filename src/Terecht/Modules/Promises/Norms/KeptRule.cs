using NodaTime;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Promises.Norms;

/// <summary>Whether a promise is kept. The only place that says so: figures, screens, API and export all ask here.</summary>
internal static class KeptRule
{
    /// <summary>What the verdict depends on.</summary>
    /// <param name="Attempts">Since the last reopening, without those that carry a reason.</param>
    /// <param name="ContactAt">Of a promise that ended with contact.</param>
    /// <param name="Joined">Ended into another promise.</param>
    internal sealed record Facts(
        PromiseEnd? End,
        Instant? EndedAt,
        Instant? ContactAt,
        IReadOnlyList<Instant> Attempts,
        bool Joined
    );

    /// <param name="moment">The limit for "on time"; the moment in force for the second figure.</param>
    public static KeptVerdict Judge(Facts facts, Instant? moment, AttemptTerms terms, Instant now)
    {
        if (facts.Joined)
        {
            return KeptVerdict.Joined;
        }

        if (facts.End == PromiseEnd.NotOwed)
        {
            return KeptVerdict.NotOwed;
        }

        if (moment is not { } limit)
        {
            return facts.End == PromiseEnd.Withdrawn ? KeptVerdict.Withdrawn : KeptVerdict.NoMoment;
        }

        return facts.End switch
        {
            null => now > limit ? KeptVerdict.OpenLate : KeptVerdict.NotYet,
            PromiseEnd.Withdrawn => facts.EndedAt > limit ? KeptVerdict.Late : KeptVerdict.Withdrawn,
            PromiseEnd.AttemptsDone => Kept(AttemptsDone(facts.Attempts, limit, terms)),
            PromiseEnd.AnsweredElsewhere => Kept(facts.EndedAt <= limit),
            _ => Kept(facts.ContactAt <= limit),
        };
    }

    /// <summary>Enough attempts in enough different dayparts, all of them not after the moment.</summary>
    public static bool AttemptsDone(IEnumerable<Instant> attempts, Instant limit, AttemptTerms terms)
    {
        if (terms.Attempts is not { } enough)
        {
            return false;
        }

        var inTime = attempts.Where(at => at <= limit).ToList();
        return inTime.Count >= enough && inTime.Select(at => at.DaypartOf()).Distinct().Count() >= terms.Dayparts;
    }

    private static KeptVerdict Kept(bool kept) => kept ? KeptVerdict.OnTime : KeptVerdict.Late;
}
