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
    Instant Due,
    Guid? HolderId,
    short Attempts,
    short NormAttempts,
    short Repeats,
    short Bounces
);

/// <summary>A page of the list; <paramref name="More"/> when there is a next one.</summary>
internal sealed record WorklistPage(IReadOnlyList<WorklistRow> Rows, bool More);

/// <summary>The open promises of one team, most urgent first: read straight off the index on team and moment.</summary>
internal sealed class WorklistQuery(TerechtDb db, IOrganisation organisation, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <param name="afterDue">Moment and id of the last row of the page before; null for the first page.</param>
    public async Task<WorklistPage> ReadAsync(
        Guid teamId,
        WorklistFilter filter,
        Guid staffId,
        Instant? afterDue,
        Guid? afterId,
        CancellationToken ct
    )
    {
        var due = afterDue ?? Instant.FromUnixTimeSeconds(0);
        var id = afterId ?? Guid.Empty;
        const int most = PageSize + 1;
        var away = filter == WorklistFilter.Away ? (await organisation.NowAsync(ct)).AwayAt(clock.Now()) : [];
        var query = filter switch
        {
            WorklistFilter.Away => db.Database.SqlQuery<WorklistRow>(
                $"""
                select promise_id, matter_id, kind, subject, to_name, due, holder_id, attempts, norm_attempts, repeats, bounces
                from promises.pub_promise
                where team_id = {teamId} and ended_at is null and holder_id = any({away}) and (due, promise_id) > ({due}, {id})
                order by due, promise_id limit {most}
                """
            ),
            WorklistFilter.Mine => db.Database.SqlQuery<WorklistRow>(
                $"""
                select promise_id, matter_id, kind, subject, to_name, due, holder_id, attempts, norm_attempts, repeats, bounces
                from promises.pub_promise
                where team_id = {teamId} and ended_at is null and holder_id = {staffId} and (due, promise_id) > ({due}, {id})
                order by due, promise_id limit {most}
                """
            ),
            WorklistFilter.Nobody => db.Database.SqlQuery<WorklistRow>(
                $"""
                select promise_id, matter_id, kind, subject, to_name, due, holder_id, attempts, norm_attempts, repeats, bounces
                from promises.pub_promise
                where team_id = {teamId} and ended_at is null and holder_id is null and (due, promise_id) > ({due}, {id})
                order by due, promise_id limit {most}
                """
            ),
            WorklistFilter.Bounced => db.Database.SqlQuery<WorklistRow>(
                $"""
                select promise_id, matter_id, kind, subject, to_name, due, holder_id, attempts, norm_attempts, repeats, bounces
                from promises.pub_promise
                where team_id = {teamId} and ended_at is null and bounces > 0 and (due, promise_id) > ({due}, {id})
                order by due, promise_id limit {most}
                """
            ),
            _ => db.Database.SqlQuery<WorklistRow>(
                $"""
                select promise_id, matter_id, kind, subject, to_name, due, holder_id, attempts, norm_attempts, repeats, bounces
                from promises.pub_promise
                where team_id = {teamId} and ended_at is null and (due, promise_id) > ({due}, {id})
                order by due, promise_id limit {most}
                """
            ),
        };
        var rows = await query.ToListAsync(ct);
        return new WorklistPage([.. rows.Take(PageSize)], rows.Count > PageSize);
    }
}
