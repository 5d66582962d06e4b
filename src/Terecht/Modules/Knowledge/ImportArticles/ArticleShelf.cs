using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Knowledge.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Knowledge.ImportArticles;

/// <summary>The articles that a municipality has, with what an import compares: their current texts and their topics.</summary>
internal sealed class ArticleShelf
{
    private readonly Dictionary<string, Article> _articles;
    private readonly Dictionary<(Guid Article, string Language), ArticleVersion> _current;
    private readonly ILookup<Guid, ArticleTopic> _topics;

    private readonly Dictionary<(Guid Article, string Language), int> _numbers;

    private ArticleShelf(
        List<Article> articles,
        List<ArticleVersion> current,
        List<ArticleTopic> topics,
        Dictionary<(Guid Article, string Language), int> numbers
    )
    {
        _numbers = numbers;
        _articles = articles.ToDictionary(a => a.Code, StringComparer.Ordinal);
        _current = current.ToDictionary(v => (v.ArticleId, v.Language));
        _topics = topics.ToLookup(t => t.ArticleId);
    }

    public static async Task<ArticleShelf> ReadAsync(TerechtDb db, Guid municipalityId, CancellationToken ct)
    {
        var articles = db.Articles.Where(a => a.MunicipalityId == municipalityId);
        return new ArticleShelf(
            await articles.ToListAsync(ct),
            await db.ArticleVersions.Where(v => v.Current && articles.Any(a => a.Id == v.ArticleId)).ToListAsync(ct),
            await db.ArticleTopics.Where(t => articles.Any(a => a.Id == t.ArticleId)).ToListAsync(ct),
            await db
                .ArticleVersions.Where(v => articles.Any(a => a.Id == v.ArticleId))
                .GroupBy(v => new { v.ArticleId, v.Language })
                .Select(g => new
                {
                    g.Key.ArticleId,
                    g.Key.Language,
                    Last = g.Max(v => v.Number),
                })
                .ToDictionaryAsync(n => (n.ArticleId, n.Language), n => n.Last, ct)
        );
    }

    public Article? Find(string code) => _articles.GetValueOrDefault(code);

    public ArticleVersion? Current(Guid article, string language) => _current.GetValueOrDefault((article, language));

    /// <summary>The highest number that was given, also to a version that is not current; null where there is none.</summary>
    public int? LastNumber(Guid article, string language) =>
        _numbers.TryGetValue((article, language), out var number) ? number : null;

    public IEnumerable<ArticleTopic> Topics(Guid article) => _topics[article];
}
