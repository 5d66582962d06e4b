using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Worklist;

/// <summary>Which of a team's open promises the list shows.</summary>
internal enum WorklistFilter
{
    All,
    Mine,
    Nobody,
    Bounced,

    /// <summary>Held by somebody who is absent.</summary>
    Away,
}

/// <summary>One line of the work list.</summary>
internal sealed record WorklistRow(
    Guid PromiseId,
    Guid MatterId,
    string Kind,
    string Subject,
    string ToName,
    Instant? Due,
    Instant LookAt,
    bool Waits,
    Guid? HolderId,
    short Attempts,
    short NormAttempts,
    short Repeats,
    short Bounces
);

/// <summary>A page of the list; <paramref name="More"/> when there is a next one.</summary>
/// <param name="ActsFor">By promise: for whom they asked it, where that is somebody else.</param>
internal sealed record WorklistPage(
    IReadOnlyList<WorklistRow> Rows,
    bool More,
    IReadOnlyDictionary<Guid, string> ActsFor
);

internal sealed record WorklistActsFor(Guid PromiseId, string InvolvedFor);

/// <summary>The open promises of one team, most urgent first: read straight off the index on team and moment.</summary>
internal sealed class WorklistQuery(TerechtDb db, IOrganisation organisation, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <param name="afterLook">Moment and id of the last row of the page before; null for the first page.</param>
    public async Task<WorklistPage> ReadAsync(
        Guid teamId,
        WorklistFilter filter,
        Guid staffId,
        Instant? afterLook,
        Guid? afterId,
        CancellationToken ct
    )
    {
        var look = afterLook ?? Instant.FromUnixTimeSeconds(0);
        var id = afterId ?? Guid.Empty;
        const int most = PageSize + 1;
        var away = filter == WorklistFilter.Away ? (await organisation.NowAsync(ct)).AwayAt(clock.Now()) : [];
        var query = filter switch
        {
            WorklistFilter.Away => db.Database.SqlQuery<WorklistRow>(
                $"""
                select promise_id, matter_id, kind, subject, to_name, due, look_at,
                       happening_id is not null as waits, holder_id, attempts, norm_attempts, repeats, bounces
                from promises.pub_promise
                where team_id = {teamId} and ended_at is null and kind <> 'open_door' and holder_id = any({away})
                  and (look_at, promise_id) > ({look}, {id})
                order by look_at, promise_id limit {most}
                """
            ),
            WorklistFilter.Mine => db.Database.SqlQuery<WorklistRow>(
                $"""
                select promise_id, matter_id, kind, subject, to_name, due, look_at,
                       happening_id is not null as waits, holder_id, attempts, norm_attempts, repeats, bounces
                from promises.pub_promise
                where team_id = {teamId} and ended_at is null and kind <> 'open_door' and holder_id = {staffId}
                  and (look_at, promise_id) > ({look}, {id})
                order by look_at, promise_id limit {most}
                """
            ),
            WorklistFilter.Nobody => db.Database.SqlQuery<WorklistRow>(
                $"""
                select promise_id, matter_id, kind, subject, to_name, due, look_at,
                       happening_id is not null as waits, holder_id, attempts, norm_attempts, repeats, bounces
                from promises.pub_promise
                where team_id = {teamId} and ended_at is null and kind <> 'open_door' and holder_id is null
                  and (look_at, promise_id) > ({look}, {id})
                order by look_at, promise_id limit {most}
                """
            ),
            WorklistFilter.Bounced => db.Database.SqlQuery<WorklistRow>(
                $"""
                select promise_id, matter_id, kind, subject, to_name, due, look_at,
                       happening_id is not null as waits, holder_id, attempts, norm_attempts, repeats, bounces
                from promises.pub_promise
                where team_id = {teamId} and ended_at is null and kind <> 'open_door' and bounces > 0
                  and (look_at, promise_id) > ({look}, {id})
                order by look_at, promise_id limit {most}
                """
            ),
            _ => db.Database.SqlQuery<WorklistRow>(
                $"""
                select promise_id, matter_id, kind, subject, to_name, due, look_at,
                       happening_id is not null as waits, holder_id, attempts, norm_attempts, repeats, bounces
                from promises.pub_promise
                where team_id = {teamId} and ended_at is null and kind <> 'open_door'
                  and (look_at, promise_id) > ({look}, {id})
                order by look_at, promise_id limit {most}
                """
            ),
        };
        var rows = await query.ToListAsync(ct);
        List<WorklistRow> shown = [.. rows.Take(PageSize)];
        return new WorklistPage(shown, rows.Count > PageSize, await ActsForAsync(shown, ct));
    }

    /// <summary>Of one page only: over all rows it would read every contact of the team.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> ActsForAsync(List<WorklistRow> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(r => r.PromiseId).ToArray();
        var found = await db
            .Database.SqlQuery<WorklistActsFor>(
                $"""
                select p.promise_id, c.involved_for
                from promises.pub_promise p
                join contacts.pub_question q on q.question_id = p.question_id
                join contacts.pub_contact c on c.contact_id = q.contact_id
                where p.promise_id = any({ids}) and c.involved_for <> ''
                """
            )
            .ToListAsync(ct);
        return found.ToDictionary(f => f.PromiseId, f => f.InvolvedFor);
    }
}
