using Terecht.Platform.Events;

namespace Terecht.Modules.Knowledge.Contracts;

/// <summary>A version of an answer became the current one in its language.</summary>
internal sealed record AnswerPublished(Guid ArticleId, Guid VersionId, int Number, string Language) : IEvent
{
    public static string Type => "answer.published";
    public Guid Stream => ArticleId;
}
