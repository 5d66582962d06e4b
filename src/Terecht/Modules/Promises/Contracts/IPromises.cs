using NodaTime;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>Promises: what they would be, making them, and every act on them. Acts add to the context; the caller saves.</summary>
internal interface IPromises
{
    /// <summary>The moment and the sentence that a promise would get if it were made now.</summary>
    ValueTask<PromisePlan> PlanAsync(PlanPromise plan, CancellationToken ct);

    /// <summary>Makes it. The plan is computed again: what is stored is what holds now, and the page shows it.</summary>
    Task<MadePromise> MakeAsync(MakePromise promise, CancellationToken ct);

    /// <summary>Does one act on a promise that was at <see cref="PromiseAct.Seq"/> when the actor looked.</summary>
    Task<ActResult> ActAsync(PromiseAct act, CancellationToken ct);

    /// <summary>What the actor is told when a save collided: who acted first.</summary>
    Task<ActResult> StaleAsync(PromiseAct act, CancellationToken ct);

    /// <summary>What the events of one promise come to now.</summary>
    Task<PromiseState?> StateAsync(Guid promiseId, CancellationToken ct);
}

/// <param name="Kind">call, write, do or open_door.</param>
/// <param name="Phone">E.164; only for a call.</param>
internal sealed record PlanPromise(Guid MunicipalityId, Guid TeamId, Guid? TopicId, string Kind, string? Phone)
{
    public PromiseWhen When { get; init; } = PromiseWhen.Norm;
}

/// <summary>Where a moment comes from.</summary>
internal abstract record PromiseWhen
{
    private PromiseWhen() { }

    public static readonly PromiseWhen Norm = new ByNorm();

    /// <summary>As the norm says.</summary>
    internal sealed record ByNorm : PromiseWhen;

    /// <summary>The citizen chose it, from moments that the team can keep.</summary>
    internal sealed record ByChoice(Chosen Chosen) : PromiseWhen;

    /// <summary>So many days before something begins, which may have no date yet.</summary>
    internal sealed record BeforeHappening(Guid HappeningId, int Days) : PromiseWhen;

    /// <summary>The same for what nobody wrote down yet; where there is one of this name by now, it is that one.</summary>
    /// <param name="Name">Completes "voordat …".</param>
    /// <param name="CheckAt">When somebody looks whether there is a date.</param>
    internal sealed record BeforeNewHappening(string Name, string NameEn, Instant CheckAt, int Days) : PromiseWhen;

    /// <summary>No moment: the citizen may call the team, or this colleague of it, until the end of that day.</summary>
    internal sealed record OpenDoor(LocalDate Until, Guid? StaffId) : PromiseWhen;
}

/// <summary>A moment with its sentence in both languages, or the reason why there is none.</summary>
internal abstract record PromisePlan
{
    private PromisePlan() { }

    /// <param name="Nl">The sentence, in parts: those that follow a field are marked.</param>
    /// <param name="Due">Null for an open door, and for a happening without a date.</param>
    /// <param name="LookAt">When somebody must look: the moment, or what comes in its place.</param>
    internal sealed record Possible(
        Instant? Due,
        Instant LookAt,
        Norm Norm,
        Guid CalendarVersionId,
        IReadOnlyList<SentencePart> Nl,
        IReadOnlyList<SentencePart> En
    ) : PromisePlan
    {
        public Instant? NotBefore { get; init; }
    }

    internal sealed record Impossible(string Nl, string En) : PromisePlan;
}

/// <param name="FollowsField">It changes when a field changes.</param>
internal sealed record SentencePart(string Text, bool FollowsField);

internal sealed record MakePromise(
    Guid MunicipalityId,
    Guid MatterId,
    Guid? QuestionId,
    Guid TeamId,
    Guid? TopicId,
    string Kind,
    string Subject,
    string ToName,
    Guid? ToPartyId,
    string? ToPhone,
    string WhyNot,
    string Language,
    string Channel,
    Guid MadeBy
)
{
    public PromiseWhen When { get; init; } = PromiseWhen.Norm;

    /// <summary>sms, mail or letter, where the citizen allows us to write; null for none.</summary>
    public string? TellChannel { get; init; }

    /// <summary>E.164 or an e-mail address; null for a letter.</summary>
    public string? TellAddress { get; init; }
}

/// <summary>The promise that was made, or the reason why it could not be.</summary>
internal sealed record MadePromise(Guid? Id, Instant? Due, string? Words, string? Refusal);
