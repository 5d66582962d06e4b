namespace Terecht.Modules.Routing.Contracts;

/// <summary>Who does what.</summary>
internal interface IRouting
{
    /// <summary>The procedure of a topic, or the nearest one above it; null where nobody wrote one.</summary>
    ValueTask<ProcedureCard?> ForTopicAsync(Guid topicId, CancellationToken ct);
}

/// <param name="Line">1: general questions; 2: questions that need a specialist.</param>
internal sealed record ProcedureCard(Guid TopicId, Guid TeamId, int Line);
