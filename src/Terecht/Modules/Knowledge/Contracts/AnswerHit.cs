using NodaTime;

namespace Terecht.Modules.Knowledge.Contracts;

/// <param name="Text">What was typed, as it was typed; may be empty.</param>
/// <param name="TopicId">Its answers come first among equals.</param>
/// <param name="Language"><c>nl</c> or <c>en</c>.</param>
/// <param name="Most">How many hits at most.</param>
internal sealed record AnswerQuestion(Guid MunicipalityId, string Text, Guid? TopicId, string Language, int Most);

/// <param name="Version">The number of the current version.</param>
/// <param name="Excerpt">The passage that fits best, as text: the page encodes it.</param>
/// <param name="ReviewOverdue">Its review date has passed.</param>
internal sealed record AnswerHit(
    Guid ArticleId,
    Guid VersionId,
    int Version,
    string Code,
    string Title,
    IReadOnlyList<TextPart> Excerpt,
    Instant PublishedAt,
    bool ReviewOverdue,
    Guid? OwnerTeamId
);

/// <summary>A piece of plain text. Not HTML.</summary>
/// <param name="IsMatch">To be marked: it is a word that was searched.</param>
internal sealed record TextPart(string Text, bool IsMatch);

/// <param name="BodyHtml">Safe to put on a page as it is.</param>
internal sealed record AnswerCard(
    Guid ArticleId,
    Guid VersionId,
    string Code,
    int Version,
    string Language,
    string Title,
    string Summary,
    string BodyHtml,
    Instant PublishedAt,
    bool IsCurrent,
    Guid? OwnerTeamId
);
