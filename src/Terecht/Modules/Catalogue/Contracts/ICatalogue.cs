namespace Terecht.Modules.Catalogue.Contracts;

/// <summary>Topics, districts, outcomes and channels as they are now, in memory.</summary>
internal interface ICatalogue
{
    ValueTask<CatalogueNow> NowAsync(CancellationToken ct);
}

internal sealed record TopicCard(
    Guid Id,
    Guid MunicipalityId,
    string Code,
    string Name,
    string NameEn,
    Guid? ParentId,
    string? ParentName,
    bool IsAcquisition,
    string Keywords
);

internal sealed record DistrictCard(Guid Id, Guid MunicipalityId, string Code, string Name);

/// <param name="FirstTimeFix">Null: left out, counted apart.</param>
/// <param name="Key">The single key on the Werkplek.</param>
internal sealed record OutcomeCard(string Code, string Name, string NameEn, bool? FirstTimeFix, string Key);

internal sealed record ChannelCard(string Code, string Name, string NameEn);
