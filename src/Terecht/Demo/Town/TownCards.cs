using NodaTime;

namespace Terecht.Demo.Town;

/// <summary>A topic with the procedure that holds for it.</summary>
internal sealed record TownTopic(Guid Id, string Code, string Name, bool IsAcquisition, Guid? TeamId, int Line);

/// <summary>An answer with all its versions.</summary>
internal sealed record TownArticle(Guid Id, string Code, IReadOnlyList<TownVersion> Versions)
{
    /// <summary>The version that was current at an instant; null before there was one.</summary>
    public TownVersion? At(Instant instant, string language) =>
        Versions.Where(v => v.Language == language && v.PublishedAt <= instant).MaxBy(v => v.Number);
}

internal sealed record TownVersion(Guid Id, int Number, string Language, Instant PublishedAt);
