using NodaTime;

namespace Terecht.Modules.Knowledge.ImportArticles;

/// <summary>An article as a line of a file gives it, whatever the form of the file.</summary>
/// <param name="Source">Where it comes from, such as <c>rijksoverheid</c>.</param>
internal sealed record ArticleLine(string Code, string Source)
{
    /// <summary>By language; at least one.</summary>
    public required IReadOnlyDictionary<string, ArticleTexts> Texts { get; init; }

    /// <summary>Codes of topics.</summary>
    public IReadOnlyList<string> TopicCodes { get; init; } = [];

    /// <summary>Words of the source for what it is about; a topic of that name is its topic too.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Code of the team that owns it.</summary>
    public string? Team { get; init; }
    public LocalDate? ReviewOn { get; init; }

    /// <summary>The number of its first version here; another text later counts on.</summary>
    public int FirstNumber { get; init; } = 1;

    /// <summary>What is about the article as a whole, from the first of its lines that says it.</summary>
    public ArticleLine Or(ArticleLine other) =>
        this with
        {
            TopicCodes = TopicCodes.Count > 0 ? TopicCodes : other.TopicCodes,
            Team = Team ?? other.Team,
            ReviewOn = ReviewOn ?? other.ReviewOn,
        };
}

/// <param name="Summary">The short answer, read out at telephone and counter.</param>
/// <param name="Body">Markdown.</param>
internal sealed record ArticleTexts(string Title, string Summary, string Body)
{
    /// <summary>Why this is no answer; null when it is.</summary>
    public string? Problem() =>
        Summary.Length == 0 && Body.Length == 0 ? "Dit antwoord heeft geen tekst."
        : Title.Length == 0 ? "Dit antwoord heeft geen titel."
        : null;
}
