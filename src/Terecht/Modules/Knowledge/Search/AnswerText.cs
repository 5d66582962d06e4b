using NodaTime;

namespace Terecht.Modules.Knowledge.Search;

/// <summary>The current version of an article in one language, as the index wants it: plain text.</summary>
/// <param name="Subjects">Names and keywords of its topics, and what its source says it is about.</param>
internal sealed record AnswerText(
    Guid ArticleId,
    Guid VersionId,
    int Version,
    string Code,
    string Title,
    string Summary,
    string Body,
    string Subjects,
    IReadOnlySet<Guid> Topics,
    Instant PublishedAt,
    LocalDate? ReviewOn,
    Guid? OwnerTeamId
)
{
    /// <summary>False where the title is the first sentence of the answer once more: it tells nothing that the answer does not.</summary>
    public bool HasOwnTitle => !Summary.StartsWith(Title.TrimEnd('…'), StringComparison.Ordinal);

    /// <summary>All of it, for what looks at words without asking where they stand.</summary>
    public string Everything => string.Join('\n', Title, Summary, Body, Subjects);
}
