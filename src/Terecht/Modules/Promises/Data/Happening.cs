using NodaTime;

namespace Terecht.Modules.Promises.Data;

/// <summary>What the moment of a promise may depend on: works that begin, a market that moves. It may have no date yet.</summary>
internal sealed class Happening
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }

    /// <summary>Completes "voordat …": de werkzaamheden in de Hofstraat beginnen.</summary>
    public required string Name { get; set; }

    /// <summary>Completes "before …"; empty where nobody gave it.</summary>
    public string NameEn { get; set; } = "";
    public LocalDate? StartsOn { get; set; }

    /// <summary>When somebody looks whether there is a date by now.</summary>
    public required Instant CheckAt { get; set; }
    public required Instant RecordedAt { get; init; }
}
