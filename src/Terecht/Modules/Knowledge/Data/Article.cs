using NodaTime;

namespace Terecht.Modules.Knowledge.Data;

internal sealed class Article
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required string Code { get; init; }
    public Guid? OwnerTeamId { get; set; }
    public LocalDate? ReviewOn { get; set; }

    /// <summary>Where it came from, such as <c>rijksoverheid</c>; an import changes only what it brought.</summary>
    public required string Source { get; set; }

    /// <summary>What the source says it is about, one per line; searched, also where no topic has that name.</summary>
    public required string Subjects { get; set; }

    /// <summary>How often somebody was told it.</summary>
    public int Used { get; init; }
}

/// <summary>One text of an article in one language. Never altered: another text is another version.</summary>
internal sealed class ArticleVersion
{
    public required Guid Id { get; init; }
    public required Guid ArticleId { get; init; }
    public required int Number { get; init; }
    public required string Language { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }
    public required Instant PublishedAt { get; init; }

    /// <summary>The one that is read out now; one per article and language.</summary>
    public required bool Current { get; set; }
}

internal sealed class ArticleTopic
{
    public required Guid ArticleId { get; init; }
    public required Guid TopicId { get; init; }
}

/// <summary>An event of an answer that was used and has been counted: it counts once, however often it is handled.</summary>
internal sealed class ArticleUse
{
    public required Guid EventId { get; init; }
    public required Guid ArticleId { get; init; }
}
