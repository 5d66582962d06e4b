namespace Terecht.Modules.Knowledge.Contracts;

/// <summary>The approved answers: found as you type, and shown in the version that was read to somebody.</summary>
internal interface IKnowledge
{
    /// <summary>
    /// Answers that fit the text, best first; the last word may be unfinished or misspelt. Without text: the topic's answers,
    /// then the most used ones. The order is the same on every node.
    /// </summary>
    ValueTask<IReadOnlyList<AnswerHit>> SearchAsync(AnswerQuestion question, CancellationToken ct);

    Task<AnswerCard?> FindVersionAsync(Guid versionId, CancellationToken ct);

    /// <summary>The current version in this language; null where the article has none in it.</summary>
    Task<AnswerCard?> CurrentAsync(Guid articleId, string language, CancellationToken ct);

    /// <summary>The topics that an answer belongs to.</summary>
    Task<IReadOnlyList<Guid>> TopicsAsync(Guid articleId, CancellationToken ct);
}
