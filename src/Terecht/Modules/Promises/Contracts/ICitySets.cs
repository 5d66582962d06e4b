using NodaTime;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>The norms and targets that cities published, shipped with the product, to take over as a whole.</summary>
internal interface ICitySets
{
    IReadOnlyList<CitySet> All { get; }

    /// <summary>Makes the norms and targets of a set those of the municipality, each by the ordinary edit. The caller saves.</summary>
    /// <returns>What could not be, or null.</returns>
    Task<string?> TakeOverAsync(Guid municipalityId, CitySet set, LocalDate validFrom, CancellationToken ct);
}

/// <param name="Source">Where the city printed it.</param>
/// <param name="Open">What the city did not print, and the administrator has to decide.</param>
internal sealed record CitySet(
    string Code,
    string Name,
    string Source,
    IReadOnlyList<CityNorm> Norms,
    IReadOnlyList<TargetCard> Targets,
    IReadOnlyList<string> Open
);

/// <summary>Holds for the whole municipality, for one kind of promise; topics and teams with a norm of their own keep it.</summary>
/// <param name="Kind">call or write.</param>
internal sealed record CityNorm(
    string Code,
    string NameNl,
    string NameEn,
    string Kind,
    DueRule Rule,
    NormTarget? Target
);
