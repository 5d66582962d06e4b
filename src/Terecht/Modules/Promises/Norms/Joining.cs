using NodaTime;
using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Promises.Norms;

/// <summary>Two promises of one matter become one. Which goes on is no choice, so a join never hides lateness.</summary>
internal static class Joining
{
    /// <summary>
    /// The one with the earlier limit goes on, else the one made first, and takes the earlier moment in force.
    /// </summary>
    public static Decision Of(PromiseState one, PromiseState other)
    {
        var oneGoesOn = Compare(one, other) <= 0;
        var (kept, ended) = oneGoesOn ? (one, other) : (other, one);
        return new Decision(oneGoesOn, kept.Moments.Joined(ended.Moments.InForce).InForce);
    }

    private static int Compare(PromiseState one, PromiseState other)
    {
        var byLimit = LimitOf(one).CompareTo(LimitOf(other));
        return byLimit != 0 ? byLimit : one.MadeAt.CompareTo(other.MadeAt);
    }

    private static Instant LimitOf(PromiseState state) => state.Moments.Limit ?? Instant.MaxValue;

    /// <param name="FirstGoesOn">Whether the first of the two that were given goes on; the other ends.</param>
    /// <param name="Due">The moment for the join event of the one that goes on; the ended one's has none.</param>
    internal readonly record struct Decision(bool FirstGoesOn, Instant? Due);
}
