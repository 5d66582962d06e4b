using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.Data;
using Terecht.Modules.Knowledge.Search;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Knowledge.Read;

internal sealed class KnowledgeReader(TerechtDb db, IAnswerSearch search, TimeProvider clock) : IKnowledge
{
    public async ValueTask<IReadOnlyList<AnswerHit>> SearchAsync(AnswerQuestion question, CancellationToken ct)
    {
        var found = await search.FindAsync(question, ct);
        var today = clock.Today();
        return
        [
            .. found.Select(f => new AnswerHit(
                f.Answer.ArticleId,
                f.Answer.VersionId,
                f.Answer.Version,
                f.Answer.Code,
                f.Answer.Title,
                f.Excerpt,
                f.Answer.PublishedAt,
                f.Answer.ReviewOn < today,
                f.Answer.OwnerTeamId
            )),
        ];
    }

    public async Task<AnswerCard?> FindVersionAsync(Guid versionId, CancellationToken ct) =>
        Card(await Rows(v => v.Id == versionId).SingleOrDefaultAsync(ct));

    public async Task<AnswerCard?> CurrentAsync(Guid articleId, string language, CancellationToken ct) =>
        Card(await Rows(v => v.ArticleId == articleId && v.Language == language && v.Current).SingleOrDefaultAsync(ct));

    public async Task<IReadOnlyList<Guid>> TopicsAsync(Guid articleId, CancellationToken ct) =>
        await db.ArticleTopics.Where(t => t.ArticleId == articleId).Select(t => t.TopicId).ToListAsync(ct);

    private IQueryable<Row> Rows(Expression<Func<ArticleVersion, bool>> which) =>
        from version in db.ArticleVersions.AsNoTracking().Where(which)
        join article in db.Articles on version.ArticleId equals article.Id
        select new Row(article, version);

    private static AnswerCard? Card(Row? row) =>
        row is null
            ? null
            : new AnswerCard(
                row.Article.Id,
                row.Version.Id,
                row.Article.Code,
                row.Version.Number,
                row.Version.Language,
                row.Version.Title,
                Amounts.Unbroken(row.Version.Summary),
                SafeHtml.FromMarkdown(row.Version.Body),
                row.Version.PublishedAt,
                row.Version.Current,
                row.Article.OwnerTeamId
            );

    private sealed record Row(Article Article, ArticleVersion Version);
}
