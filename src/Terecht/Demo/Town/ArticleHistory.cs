using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Demo.Chance;
using Terecht.Demo.Rows;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.Data;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;

namespace Terecht.Demo.Town;

/// <summary>
/// Gives answers the versions they had before the one that was imported, so that it can be told which one somebody heard.
/// The one before is the text without its last part; of one answer a term changed.
/// </summary>
internal sealed class ArticleHistory(TerechtDb db)
{
    /// <summary>Not yet paid while remission is considered: its term went from eight to six weeks, three weeks ago.</summary>
    private const string TermChanged = "kwijtschelding-loopt-moet-ik-betalen";
    private static readonly (string Now, string Before) Term = ("hooguit 6 weken", "hooguit 8 weken");
    private const int TermChangedDaysAgo = 21;

    /// <summary>The share of answers that changed in the three months of the demo.</summary>
    private const double Recent = 0.25;

    public async Task WriteAsync(Guid municipality, Instant now, CancellationToken ct)
    {
        var dice = Dice.For("versions");
        var editors = await db
            .Staff.Where(s => s.Email.StartsWith("hanneke.") || s.Email.StartsWith("lars."))
            .OrderBy(s => s.Number)
            .Select(s => s.Id)
            .ToListAsync(ct);
        var articles = await db
            .Articles.Where(a => a.MunicipalityId == municipality)
            .OrderBy(a => a.Code)
            .ToListAsync(ct);
        var current = await db.ArticleVersions.ToListAsync(ct);
        db.ChangeTracker.Clear();
        var old = new List<ArticleVersion>();
        var events = new List<EventRow>();
        foreach (var article in articles)
        {
            var moments = Moments(article, current, now, dice);
            var editor = dice.Pick(editors);
            foreach (var version in current.Where(v => v.ArticleId == article.Id).OrderBy(v => v.Language))
            {
                await MoveBackAsync(version, moments[0], editor, ct);
                old.AddRange(Before(article, version, moments, dice));
            }
            events.AddRange(old.Where(v => v.ArticleId == article.Id).Select(v => Published(v, editor, dice)));
        }
        await BinaryCopy.WriteAsync(db, old, ct);
        await BinaryCopy.WriteAsync(db, events, ct);
    }

    /// <summary>When each version came, the current one first.</summary>
    private static List<Instant> Moments(Article article, List<ArticleVersion> current, Instant now, Dice dice)
    {
        var days =
            article.Code == TermChanged ? TermChangedDaysAgo
            : dice.Chance(Recent) ? dice.Between(3, 80)
            : dice.Between(95, 400);
        var moments = new List<Instant>();
        for (var number = current.First(v => v.ArticleId == article.Id).Number; number > 0; number--)
        {
            moments.Add(now - Duration.FromDays(days) - Duration.FromMinutes(dice.Below(300)));
            days += dice.Between(40, 150);
        }
        return moments;
    }

    /// <summary>The import says that all were published just now.</summary>
    private async Task MoveBackAsync(ArticleVersion version, Instant at, Guid editor, CancellationToken ct)
    {
        await db
            .ArticleVersions.Where(v => v.Id == version.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.PublishedAt, at), ct);
        var id = version.Id.ToString();
        await db.Database.ExecuteSqlAsync(
            $"""
            update platform.event set at = {at}, recorded_at = {at}, actor_kind = 'staff', actor_id = {editor}
            where type = {AnswerPublished.Type} and data->>'versionId' = {id}
            """,
            ct
        );
    }

    private static IEnumerable<ArticleVersion> Before(
        Article article,
        ArticleVersion version,
        List<Instant> moments,
        Dice dice
    )
    {
        var texts = Shorter(version.Body).ToList();
        if (article.Code == TermChanged && version.Language == "nl")
        {
            texts.Insert(0, version.Body.Replace(Term.Now, Term.Before, StringComparison.Ordinal));
        }
        foreach (var (index, text) in texts.Take(moments.Count - 1).Index())
        {
            var at = moments[index + 1];
            yield return new ArticleVersion
            {
                Id = dice.Id(at),
                ArticleId = version.ArticleId,
                Number = version.Number - index - 1,
                Language = version.Language,
                Title = version.Title,
                Summary = version.Summary,
                Body = text,
                PublishedAt = at,
                Current = false,
            };
        }
    }

    /// <summary>The text without its last part, without its last two parts, and so on; never ending in a heading.</summary>
    private static IEnumerable<string> Shorter(string body)
    {
        var parts = body.Split("\n\n");
        for (var count = parts.Length - 1; count > 0; count--)
        {
            if (!parts[count - 1].StartsWith('#') || parts[count - 1].Contains('\n'))
            {
                yield return string.Join("\n\n", parts[..count]);
            }
        }
    }

    private static EventRow Published(ArticleVersion version, Guid editor, Dice dice) =>
        EventRow.Of(
            new AnswerPublished(version.ArticleId, version.Id, version.Number, version.Language),
            dice.Id(version.PublishedAt),
            version.PublishedAt,
            "staff",
            editor
        );
}
