using NodaTime;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>Norms with all their versions and where they hold, for the administrator. Read from the database, not from memory.</summary>
internal interface INorms
{
    /// <summary>By name.</summary>
    Task<IReadOnlyList<NormSheet>> ListAsync(Guid municipalityId, CancellationToken ct);

    /// <summary>The norm that gives moments today.</summary>
    ValueTask<Norm?> ForAsync(Guid municipalityId, Guid teamId, Guid? topicId, string kind, CancellationToken ct);

    /// <summary>Makes a new version, or a new norm, on the shared context: the caller saves.</summary>
    Task<NormEdited> EditAsync(EditNorm edit, CancellationToken ct);

    /// <summary>By name.</summary>
    Task<IReadOnlyList<TargetCard>> TargetsAsync(Guid municipalityId, CancellationToken ct);

    /// <summary>Adds these or makes them so, by code; others stay. The caller saves.</summary>
    Task SetTargetsAsync(Guid municipalityId, IReadOnlyList<TargetCard> targets, CancellationToken ct);

    /// <summary>For who saved a change here, and must see it at once.</summary>
    void Forget();
}

/// <param name="Versions">The newest first.</param>
internal sealed record NormSheet(
    Guid MunicipalityId,
    IReadOnlyList<NormPlace> Places,
    IReadOnlyList<NormVersionCard> Versions
)
{
    /// <summary>The newest version, also when it has not begun.</summary>
    public Norm Norm => Versions[0].Norm;

    /// <summary>The version that gives moments on a day; null before the first one begins.</summary>
    public NormVersionCard? HoldsOn(LocalDate day) => Versions.FirstOrDefault(v => v.ValidFrom <= day);
}

/// <param name="RecordedBy">The staff member; null by an import, or by the program itself.</param>
internal sealed record NormVersionCard(Norm Norm, LocalDate ValidFrom, Instant RecordedAt, Guid? RecordedBy);

/// <summary>Where a norm holds: a topic, a team, or (both null) the municipality.</summary>
/// <param name="Kind">call, write or do; null for each.</param>
internal sealed record NormPlace(Guid? TopicId, Guid? TeamId, string? Kind)
{
    public bool IsMunicipality => TopicId is null && TeamId is null;

    /// <summary>A list of places as one text, to see whether somebody changed it meanwhile.</summary>
    public static string Key(IEnumerable<NormPlace> places) =>
        string.Join(' ', places.Select(p => $"{p.TopicId}/{p.TeamId}/{p.Kind}").Order(StringComparer.Ordinal));
}

/// <param name="ValidFrom">Today or later.</param>
/// <param name="BasedOn">Number of the version that the administrator looked at; null for a new norm.</param>
/// <param name="PlacesSeen">The <see cref="NormPlace.Key"/> that the administrator looked at.</param>
internal sealed record EditNorm(
    Guid MunicipalityId,
    string Code,
    string NameNl,
    string NameEn,
    DueRule Rule,
    AttemptTerms Attempts,
    IReadOnlyList<NormStep> Steps,
    NormTarget? Target,
    LocalDate ValidFrom,
    IReadOnlyList<NormPlace> Places,
    int? BasedOn,
    string PlacesSeen
);

internal abstract record NormEdited
{
    private NormEdited() { }

    internal sealed record Done(Guid VersionId, int Number) : NormEdited;

    /// <summary>Nothing is different.</summary>
    internal sealed record Same : NormEdited;

    /// <summary>Somebody saved after the administrator looked; <paramref name="Newer"/> is what holds now.</summary>
    internal sealed record Stale(NormVersionCard Newer) : NormEdited;

    /// <param name="Field">Code, ValidFrom or Places.</param>
    internal sealed record Wrong(string Field, string Sentence) : NormEdited;
}

/// <summary>What a city measures and wants to reach.</summary>
/// <param name="Figure">The figure it is about, by code.</param>
/// <param name="Target">Null: followed only, without a goal.</param>
/// <param name="Period">month, quarter or year.</param>
internal sealed record TargetCard(
    string Code,
    string NameNl,
    string NameEn,
    string Figure,
    NormTarget? Target,
    string Period,
    string Source
);
