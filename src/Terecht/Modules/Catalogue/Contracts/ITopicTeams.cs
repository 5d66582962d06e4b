namespace Terecht.Modules.Catalogue.Contracts;

/// <summary>The teams of topics. Routing, which stands above this module, answers.</summary>
internal interface ITopicTeams
{
    /// <summary>The topics that have a team of their own.</summary>
    Task<IReadOnlySet<Guid>> WithTeamAsync(CancellationToken ct);

    /// <summary>Opens what is written about teams, to change it on the shared context: the caller saves.</summary>
    Task<ITopicTeamSheet> OpenAsync(CancellationToken ct);
}

internal interface ITopicTeamSheet
{
    /// <summary>Makes this the team of a topic; null when it has none of its own. False when it was so already.</summary>
    /// <param name="line">1: general questions; 2: questions that need a specialist.</param>
    bool Set(Guid topicId, Guid? teamId, int line);
}
