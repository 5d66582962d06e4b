using NodaTime;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>What moments of promises depend on. Acts add to the context; the caller saves.</summary>
internal interface IHappenings
{
    Task<IReadOnlyList<HappeningCard>> ListAsync(Guid municipalityId, CancellationToken ct);

    Task<HappeningCard?> FindAsync(Guid happeningId, CancellationToken ct);

    /// <summary>What giving this date would do to each open promise that is tied to it. Nothing changes.</summary>
    Task<IReadOnlyList<DatedPromise>> TryDateAsync(Guid happeningId, LocalDate startsOn, CancellationToken ct);

    /// <summary>The one of this name, or a new one.</summary>
    /// <param name="checkAt">When somebody looks whether there is a date.</param>
    Task<Guid> AddAsync(Guid municipalityId, string name, string nameEn, Instant checkAt, CancellationToken ct);

    /// <summary>Gives it a date, or another one: every open promise tied to it moves with it, by the event. How many did.</summary>
    Task<int> GiveDateAsync(Guid happeningId, LocalDate startsOn, CancellationToken ct);

    /// <summary>There is no date yet: look again then. How many promises wait for it.</summary>
    Task<int> CheckAgainAsync(Guid happeningId, Instant at, CancellationToken ct);
}

/// <param name="Name">Completes "voordat …".</param>
/// <param name="Waiting">Open promises tied to it.</param>
internal sealed record HappeningCard(
    Guid Id,
    string Name,
    string NameEn,
    LocalDate? StartsOn,
    Instant CheckAt,
    int Waiting
)
{
    public required Guid MunicipalityId { get; init; }
}

/// <param name="Due">The moment that it would get; null when its team is not open in the year before it.</param>
/// <param name="Moves">It is another one than the moment in force.</param>
internal sealed record DatedPromise(Guid PromiseId, Guid TeamId, Instant? Due, bool Moves)
{
    public required bool LateAtOnce { get; init; }
}
