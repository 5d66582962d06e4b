namespace Terecht.Modules.Organisation.Contracts.Import;

/// <summary>What a module above this one gives a municipality in its first moment, on the shared context: the caller saves.</summary>
internal interface IMunicipalityStart
{
    void Begin(Guid municipalityId);
}
