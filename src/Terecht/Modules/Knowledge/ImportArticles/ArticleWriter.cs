using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Import;
using Terecht.Platform.Time;

namespace Terecht.Modules.Knowledge.ImportArticles;

/// <summary>
/// Puts articles on the context as a file says they are. Another text is another version; the old one stays, because
/// somebody may have been told it. What a file does not name is left as it is.
/// </summary>
internal sealed class ArticleWriter(
    TerechtDb db,
    TimeProvider clock,
    EventLog log,
    Guid municipality,
    ArticleShelf shelf
)
{
    private readonly List<Guid> _replaced = [];

    /// <summary>What is about the article as a whole; makes it where it is not there.</summary>
    public (Article Article, RowChange Change) PutArticle(ArticleLine line, Guid? team, IReadOnlySet<Guid> topics)
    {
        var subjects = string.Join('\n', line.Subjects);
        if (shelf.Find(line.Code) is not { } article)
        {
            article = new Article
            {
                Id = clock.NewId(),
                MunicipalityId = municipality,
                Code = line.Code,
                OwnerTeamId = team,
                ReviewOn = line.ReviewOn,
                Source = line.Source,
                Subjects = subjects,
            };
            db.Add(article);
            PutTopics(article.Id, topics);
            return (article, RowChange.New);
        }
        (article.OwnerTeamId, article.ReviewOn, article.Subjects) = (team, line.ReviewOn, subjects);
        var changed = db.Entry(article).State == EntityState.Modified;
        return (article, PutTopics(article.Id, topics) || changed ? RowChange.Changed : RowChange.Same);
    }

    public RowChange PutText(Article article, string language, ArticleTexts texts, int firstNumber)
    {
        var before = shelf.Current(article.Id, language);
        if (before is not null)
        {
            if (new ArticleTexts(before.Title, before.Summary, before.Body) == texts)
            {
                return RowChange.Same;
            }
            _replaced.Add(before.Id);
        }
        var version = new ArticleVersion
        {
            Id = clock.NewId(),
            ArticleId = article.Id,
            Number = shelf.LastNumber(article.Id, language) + 1 ?? firstNumber,
            Language = language,
            Title = texts.Title,
            Summary = texts.Summary,
            Body = texts.Body,
            PublishedAt = clock.Now(),
            Current = true,
        };
        db.Add(version);
        log.Record(new AnswerPublished(article.Id, version.Id, version.Number, language));
        return before is null ? RowChange.New : RowChange.Changed;
    }

    /// <summary>Before the new versions are saved: there is never more than one current version in a language.</summary>
    public Task RetireAsync(CancellationToken ct) =>
        db
            .ArticleVersions.Where(v => _replaced.Contains(v.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Current, false), ct);

    private bool PutTopics(Guid article, IReadOnlySet<Guid> wanted)
    {
        var gone = shelf.Topics(article).Where(t => !wanted.Contains(t.TopicId)).ToList();
        var fresh = wanted.Except(shelf.Topics(article).Select(t => t.TopicId)).ToList();
        db.RemoveRange(gone);
        db.AddRange(fresh.Select(topic => new ArticleTopic { ArticleId = article, TopicId = topic }));
        return gone.Count + fresh.Count > 0;
    }
}
