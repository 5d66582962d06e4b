using NodaTime;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>What a municipality promises for a kind of question. It is fixed on the promise when that is made.</summary>
internal sealed record Norm
{
    public required Guid Id { get; init; }

    /// <summary>A promise keeps this: later versions never touch it.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>1, 2, 3 within the norm.</summary>
    public required int Version { get; init; }

    public required string Code { get; init; }

    public required string NameNl { get; init; }

    public required string NameEn { get; init; }

    public required DueRule Rule { get; init; }

    public AttemptTerms Attempts { get; init; } = AttemptTerms.Default;

    /// <summary>Before the moment, the earliest first.</summary>
    public IReadOnlyList<NormStep> Steps { get; init; } = [];

    public NormTarget? Target { get; init; }
}

/// <summary>When attempts without contact count as kept.</summary>
/// <param name="Attempts">How many; null where the norm never takes attempts for contact.</param>
/// <param name="Dayparts">In how many different dayparts at least.</param>
internal sealed record AttemptTerms(int? Attempts, int Dayparts)
{
    public static readonly AttemptTerms Default = new(3, 2);

    public static readonly AttemptTerms Never = new(null, 0);
}

internal enum StepReceiver
{
    /// <summary>Who holds it, or the people of the team who are in when nobody does.</summary>
    Holder,

    /// <summary>The team lead or the deputy.</summary>
    Lead,

    Regie,
}

/// <summary>Somebody hears that a moment comes near.</summary>
/// <param name="Before">Working time of the promise's calendar before the moment in force.</param>
/// <param name="ProposesProgress">Offers a progress message: what we did, what comes next, when you hear.</param>
/// <param name="SendsProgress">Sends it by itself, before the moment.</param>
internal sealed record NormStep(
    Duration Before,
    StepReceiver To,
    bool ProposesProgress = false,
    bool SendsProgress = false
);

/// <summary>The share that must be on time.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Above">True: strictly more than that, so that 90.0 fails "more than 90". False: at least that.</param>
internal sealed record NormTarget(decimal Percent, bool Above)
{
    /// <summary>Compared as whole counts, so no rounding ever decides. Null without a single case.</summary>
    public bool? IsMet(long good, long all) =>
        all == 0 ? null
        : Above ? good * 100m > Percent * all
        : good * 100m >= Percent * all;
}
