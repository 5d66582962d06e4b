using Terecht.Platform.Events;

namespace Terecht.Modules.Knowledge.Contracts;

/// <summary>Somebody was told this version of an answer. Recorded by who finishes the question.</summary>
internal sealed record AnswerUsed(Guid ArticleId, Guid VersionId, Guid QuestionId, Guid MatterId) : IEvent
{
    public static string Type => "answer.used";
    public Guid Stream => ArticleId;
    public Guid? Matter => MatterId;
}
