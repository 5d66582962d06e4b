using Terecht.Modules.Promises.Contracts;

namespace Terecht.Modules.Promises.Norms;

/// <summary>Counts of promises. Late holds the open late ones; withdrawn only those in time.</summary>
internal sealed record PromiseFigures(
    int OnTime,
    int Late,
    int OpenLate,
    int Withdrawn,
    int NotOwed,
    int ByMomentInForce
)
{
    public static readonly PromiseFigures Zero = new(0, 0, 0, 0, 0, 0);

    /// <summary>Of one promise.</summary>
    public static PromiseFigures Of(PromiseState state) =>
        new(
            One(state.Verdict == KeptVerdict.OnTime),
            One(state.Verdict is KeptVerdict.Late or KeptVerdict.OpenLate),
            One(state.Verdict == KeptVerdict.OpenLate),
            One(state.Verdict == KeptVerdict.Withdrawn),
            One(state.Verdict == KeptVerdict.NotOwed),
            One(state.ByMomentInForce)
        );

    public static PromiseFigures Total(IEnumerable<PromiseState> states) =>
        states.Aggregate(Zero, (sum, state) => sum + Of(state));

    /// <summary>By the team to which each promise's figures belong; together they are the total.</summary>
    public static IReadOnlyDictionary<string, PromiseFigures> ByTeam(IEnumerable<PromiseState> states) =>
        states
            .GroupBy(state => state.FigureTeam, StringComparer.Ordinal)
            .ToDictionary(team => team.Key, Total, StringComparer.Ordinal);

    public static PromiseFigures operator +(PromiseFigures a, PromiseFigures b) =>
        new(
            a.OnTime + b.OnTime,
            a.Late + b.Late,
            a.OpenLate + b.OpenLate,
            a.Withdrawn + b.Withdrawn,
            a.NotOwed + b.NotOwed,
            a.ByMomentInForce + b.ByMomentInForce
        );

    private static int One(bool counts) => counts ? 1 : 0;
}
