using Terecht.Platform.Events;

namespace Terecht.Modules.Knowledge.Contracts;

/// <summary>An answer has been used so much more often that it ranks higher: every node looks again. Not for every single use.</summary>
internal sealed record AnswerUseGrew(Guid ArticleId, int Used) : IEvent
{
    public static string Type => "answer.use_grew";
    public Guid Stream => ArticleId;
    public IEnumerable<string> Topics => ["answers"];
}
