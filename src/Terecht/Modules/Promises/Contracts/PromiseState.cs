using NodaTime;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>What the events of one promise come to at an instant. Nothing here is stored that cannot be folded again.</summary>
internal sealed record PromiseState
{
    public required Instant MadeAt { get; init; }

    /// <summary>The team that owns it, or that owned it when it ended.</summary>
    public required string Team { get; init; }

    public required PromiseMoments Moments { get; init; }

    /// <summary>The last end; null while it is open.</summary>
    public Instant? EndedAt { get; init; }

    public PromiseEnd? End { get; init; }

    /// <summary>When it was last opened again; contact and attempts count from here.</summary>
    public Instant? ReopenedAt { get; init; }

    /// <summary>When contact was made, the message sent or the thing done; null while that is not so.</summary>
    public Instant? ContactAt { get; init; }

    public required IReadOnlyList<JudgedAttempt> Attempts { get; init; }

    /// <summary>Attempts that count towards the norm.</summary>
    public int CountingAttempts => Attempts.Count(attempt => attempt.Counts);

    /// <summary>How often the citizen came back about it while it was open.</summary>
    public int Repeats { get; init; }

    /// <summary>The verdict by the limit: the figure "on time".</summary>
    public required KeptVerdict Verdict { get; init; }

    /// <summary>Kept by the moment in force: the second figure, which a renewal by us does improve.</summary>
    public required bool ByMomentInForce { get; init; }

    /// <summary>The team to which the figures of this promise belong.</summary>
    public required string FigureTeam { get; init; }

    public required TwoClocks Clocks { get; init; }

    /// <summary>True or false once that is known; null when it is open and in time, or left out.</summary>
    public bool? OnTime =>
        Verdict switch
        {
            KeptVerdict.OnTime => true,
            KeptVerdict.Late or KeptVerdict.OpenLate => false,
            _ => null,
        };
}

/// <summary>How a promise stands against a moment.</summary>
internal enum KeptVerdict
{
    /// <summary>It has no moment: never late, and in neither figure.</summary>
    NoMoment,

    /// <summary>Open, and the moment has not passed.</summary>
    NotYet,
    OnTime,

    /// <summary>Ended, but not in time.</summary>
    Late,

    /// <summary>Open past its moment: late, and in the figures.</summary>
    OpenLate,

    /// <summary>Withdrawn by the citizen in time: left out, counted apart.</summary>
    Withdrawn,

    /// <summary>Never late, counted apart.</summary>
    NotOwed,

    /// <summary>Ended into another promise, which counts in its place.</summary>
    Joined,
}

/// <param name="WhyNot">A word of <see cref="AttemptReason"/>; null when it counts or made contact.</param>
internal sealed record JudgedAttempt(int Seq, Instant At, Instant RecordedAt, AttemptOutcome? Outcome, string? WhyNot)
{
    public bool Counts => WhyNot is null && Outcome is not AttemptOutcome.Reached;
}

/// <summary>Two clocks in elapsed seconds: the team times and the closed time add up to the citizen's time.</summary>
/// <param name="CitizenSeconds">From made to the last end, or to now while it is open.</param>
/// <param name="ClosedSeconds">Between an end and the reopening after it.</param>
/// <param name="TeamSeconds">While each team owned it and it was open, by team code.</param>
internal sealed record TwoClocks(
    long CitizenSeconds,
    long ClosedSeconds,
    IReadOnlyDictionary<string, long> TeamSeconds
);
