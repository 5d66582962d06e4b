using NodaTime;

namespace Terecht.Modules.People.Contracts;

/// <summary>The people and organisations we know.</summary>
internal interface IPeople
{
    /// <summary>Everybody with this number (E.164), oldest record first. Never one guess.</summary>
    Task<IReadOnlyList<PartyCard>> ByPhoneAsync(string number, CancellationToken ct);

    /// <summary>By the beginning of names in either order; at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<PartyCard>> ByNameAsync(Guid municipalityId, string text, int most, CancellationToken ct);

    Task<PartyCard?> FindAsync(Guid partyId, CancellationToken ct);

    /// <summary>Those of them that we know, in no order; one read for all.</summary>
    Task<IReadOnlyList<PartyCard>> FindAllAsync(IReadOnlyCollection<Guid> partyIds, CancellationToken ct);

    /// <summary>Adds a line to the read log: who saw whose record, and what for. Saved with the caller's next save.</summary>
    void LogRead(Guid staffId, string purpose, IEnumerable<Guid> parties);
}

/// <param name="Name">Mevrouw Wil Verbeek; of an organisation its name.</param>
/// <param name="Short">As in a list: Mw. W. Verbeek.</param>
internal sealed record PartyCard(
    Guid Id,
    Guid MunicipalityId,
    string Name,
    string Short,
    LocalDate? BirthDate,
    string Address,
    Guid? DistrictId,
    string? Email,
    IReadOnlyList<string> Phones,
    string Language,
    string Prefers
);
