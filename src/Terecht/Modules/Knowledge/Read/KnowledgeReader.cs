using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Knowledge.Read;

internal sealed class KnowledgeReader(TerechtDb db) : IKnowledge
{
    public async ValueTask<IReadOnlyList<AnswerHit>> SearchAsync(AnswerQuestion question, CancellationToken ct)
    {
        var found = await Rows(v => v.Current && v.Language == question.Language)
            .Where(r => r.Article.MunicipalityId == question.MunicipalityId)
            .Where(r => EF.Functions.ILike(r.Version.Title, "%" + question.Text + "%"))
            .OrderBy(r => r.Version.Title)
            .Take(question.Most)
            .ToListAsync(ct);
        return
        [
            .. found.Select(r => new AnswerHit(
                r.Article.Id,
                r.Version.Id,
                r.Version.Number,
                r.Article.Code,
                r.Version.Title,
                [new TextPart(r.Version.Summary, false)],
                r.Version.PublishedAt,
                false,
                r.Article.OwnerTeamId
            )),
        ];
    }

    public async Task<AnswerCard?> FindVersionAsync(Guid versionId, CancellationToken ct) =>
        Card(await Rows(v => v.Id == versionId).SingleOrDefaultAsync(ct));

    public async Task<AnswerCard?> CurrentAsync(Guid articleId, string language, CancellationToken ct) =>
        Card(await Rows(v => v.ArticleId == articleId && v.Language == language && v.Current).SingleOrDefaultAsync(ct));

    public async Task<IReadOnlyList<Guid>> TopicsAsync(Guid articleId, CancellationToken ct) =>
        await db.Set<ArticleTopic>().Where(t => t.ArticleId == articleId).Select(t => t.TopicId).ToListAsync(ct);

    private IQueryable<Row> Rows(System.Linq.Expressions.Expression<Func<ArticleVersion, bool>> which) =>
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
                row.Version.Summary,
                SafeHtml.FromMarkdown(row.Version.Body),
                row.Version.PublishedAt,
                row.Version.Current,
                row.Article.OwnerTeamId
            );

    private sealed record Row(Article Article, ArticleVersion Version);
}
