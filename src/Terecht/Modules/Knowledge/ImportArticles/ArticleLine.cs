using NodaTime;

namespace Terecht.Modules.Knowledge.ImportArticles;

/// <summary>One article as a file gives it, whatever the form of the file.</summary>
/// <param name="Source">Where it comes from, such as <c>rijksoverheid</c>.</param>
/// <param name="Texts">By language; at least one.</param>
internal sealed record ArticleLine(string Code, string Source, IReadOnlyDictionary<string, ArticleTexts> Texts)
{
    /// <summary>Codes of topics.</summary>
    public IReadOnlyList<string> TopicCodes { get; init; } = [];

    /// <summary>Words of the source for what it is about; a topic of that name is its topic too.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Code of the team that owns it.</summary>
    public string? Team { get; init; }
    public LocalDate? ReviewOn { get; init; }

    /// <summary>The number of its first version here; another text later counts on.</summary>
    public int FirstNumber { get; init; } = 1;
}

/// <param name="Summary">The short answer, read out at telephone and counter.</param>
/// <param name="Body">Markdown.</param>
internal sealed record ArticleTexts(string Title, string Summary, string Body);
