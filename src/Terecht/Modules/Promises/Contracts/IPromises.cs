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

/// <param name="Kind">call, write or do.</param>
/// <param name="Phone">E.164; only for a call.</param>
internal sealed record PlanPromise(Guid MunicipalityId, Guid TeamId, Guid? TopicId, string Kind, string? Phone);

/// <summary>A moment with its sentence in both languages, or the reason why there is none.</summary>
internal abstract record PromisePlan
{
    private PromisePlan() { }

    /// <param name="Nl">The sentence, in parts: those that follow a field are marked.</param>
    internal sealed record Possible(
        Instant Due,
        Norm Norm,
        Guid CalendarVersionId,
        IReadOnlyList<SentencePart> Nl,
        IReadOnlyList<SentencePart> En
    ) : PromisePlan;

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
);

/// <summary>The promise that was made, or the reason why it could not be.</summary>
internal sealed record MadePromise(Guid? Id, Instant? Due, string? Words, string? Refusal);
