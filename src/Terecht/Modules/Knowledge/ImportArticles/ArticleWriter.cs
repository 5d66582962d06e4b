using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;

namespace Terecht.Modules.Knowledge.ImportArticles;

internal enum ArticleChange
{
    None,
    Added,
    Changed,
}

/// <summary>
/// Brings articles to what a file says. Another text is another version; the old one stays, because somebody may have been
/// told it. What a file does not name is left as it is.
/// </summary>
internal sealed class ArticleWriter(TerechtDb db, TimeProvider clock, EventLog log)
{
    private readonly List<Guid> _replaced = [];

    /// <summary>Puts one article on the context; <see cref="SaveAsync"/> writes it.</summary>
    public ArticleChange Put(
        ArticleLine line,
        Guid municipalityId,
        ArticleShelf shelf,
        ArticleLinks links,
        Action<string> warn
    )
    {
        var team = links.Team(line, warn);
        var topics = links.Topics(line, warn);
        var subjects = string.Join('\n', line.Subjects);
        var article = shelf.Find(line.Code);
        var change = ArticleChange.None;
        if (article is null)
        {
            change = ArticleChange.Added;
            article = new Article
            {
                Id = clock.NewId(),
                MunicipalityId = municipalityId,
                Code = line.Code,
                OwnerTeamId = team,
                ReviewOn = line.ReviewOn,
                Source = line.Source,
                Subjects = subjects,
            };
            db.Add(article);
        }
        else
        {
            (article.OwnerTeamId, article.ReviewOn, article.Subjects) = (team, line.ReviewOn, subjects);
            if (db.Entry(article).State == EntityState.Modified)
            {
                change = ArticleChange.Changed;
            }
        }

        var changed = PutTopics(article.Id, topics, shelf);
        foreach (var (language, texts) in line.Texts)
        {
            changed |= PutText(article.Id, language, texts, line.FirstNumber, shelf);
        }
        return changed && change == ArticleChange.None ? ArticleChange.Changed : change;
    }

    /// <summary>Writes what was put, in one transaction.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        await using var own = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(ct)
            : null;
        // First: there is one current version in a language, also half-way.
        await db
            .ArticleVersions.Where(v => _replaced.Contains(v.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Current, false), ct);
        await db.SaveChangesAsync(ct);
        if (own is not null)
        {
            await own.CommitAsync(ct);
        }
        _replaced.Clear();
    }

    private bool PutTopics(Guid article, IReadOnlySet<Guid> wanted, ArticleShelf shelf)
    {
        var gone = shelf.Topics(article).Where(t => !wanted.Contains(t.TopicId)).ToList();
        var fresh = wanted.Except(shelf.Topics(article).Select(t => t.TopicId)).ToList();
        db.RemoveRange(gone);
        db.AddRange(fresh.Select(topic => new ArticleTopic { ArticleId = article, TopicId = topic }));
        return gone.Count + fresh.Count > 0;
    }

    private bool PutText(Guid article, string language, ArticleTexts texts, int first, ArticleShelf shelf)
    {
        var before = shelf.Current(article, language);
        if (before is not null)
        {
            if (new ArticleTexts(before.Title, before.Summary, before.Body) == texts)
            {
                return false;
            }
            _replaced.Add(before.Id);
        }
        var version = new ArticleVersion
        {
            Id = clock.NewId(),
            ArticleId = article,
            Number = shelf.LastNumber(article, language) + 1 ?? first,
            Language = language,
            Title = texts.Title,
            Summary = texts.Summary,
            Body = texts.Body,
            PublishedAt = clock.Now(),
            Current = true,
        };
        db.Add(version);
        log.Record(new AnswerPublished(article, version.Id, version.Number, language));
        return true;
    }
}
