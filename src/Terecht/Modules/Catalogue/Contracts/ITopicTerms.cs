namespace Terecht.Modules.Catalogue.Contracts;

/// <summary>The terms that a city has for its topics. Promises, which stands above this module, makes norms of them.</summary>
internal interface ITopicTerms
{
    /// <summary>Opens the terms of a municipality, to change them on the shared context: the caller saves.</summary>
    Task<ITopicTermSheet> OpenAsync(Guid municipalityId, CancellationToken ct);
}

internal interface ITopicTermSheet
{
    /// <summary>Makes this the term of a topic. False when it was so already, or when somebody chose a norm for it by hand.</summary>
    bool Set(Guid topicId, TopicTerm term);
}

/// <param name="Days">Within how many days.</param>
/// <param name="Working">Working days of the team's calendar; otherwise days of 24 hours.</param>
internal sealed record TopicTerm(int Days, bool Working);
