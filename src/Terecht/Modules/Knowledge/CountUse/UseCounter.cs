using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.Search;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Outbox;

namespace Terecht.Modules.Knowledge.CountUse;

/// <summary>After <see cref="AnswerUsed"/>: the article counts one use more. An event that was counted is not counted again.</summary>
internal sealed class UseCounter(TerechtDb db, EventLog log) : IReaction
{
    public async Task HandleAsync(EventRow happened, CancellationToken ct)
    {
        var use = happened.Read<AnswerUsed>();
        var counts = await db
            .Database.SqlQuery<int>(
                $"""
                with fresh as (
                    insert into knowledge.article_use (event_id, article_id) values ({happened.Id}, {use.ArticleId})
                    on conflict (event_id) do nothing returning article_id
                )
                update knowledge.article a set used = a.used + 1 from fresh where a.id = fresh.article_id
                returning a.used as "Value"
                """
            )
            .ToListAsync(ct);
        if (counts is [var used] && UseStep.Of(used) > UseStep.Of(used - 1))
        {
            log.Record(new AnswerUseGrew(use.ArticleId, used));
        }
    }
}
