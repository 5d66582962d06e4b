using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Platform.Data;

namespace Terecht.Modules.Desk.Regie;

/// <summary>What a list is asked for.</summary>
/// <param name="TeamId">One team, or null for all.</param>
/// <param name="From">With <see cref="RegieView.Day"/> and today: from this instant on.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Away">Colleagues who are not there now, or left.</param>
/// <param name="Regie">The teams that are Regie.</param>
internal sealed record RegieQuestion(
    RegieView View,
    Guid? TeamId,
    Instant Now,
    Instant From,
    Instant Until,
    Guid[] Away,
    Guid[] Regie
);

/// <summary>Open promises over all teams, the most urgent first, read in order off the index on when somebody must look.</summary>
internal sealed class RegieList(TerechtDb db)
{
    public const int PageSize = 50;

    public async Task<RegiePage> ReadAsync(RegieQuestion asked, Instant? afterLook, Guid? afterId, CancellationToken ct)
    {
        var look = afterLook ?? Instant.FromUnixTimeSeconds(0);
        var id = afterId ?? Guid.Empty;
        var rows = await db.Database.SqlQuery<RegieRow>(Query(asked, look, id)).ToListAsync(ct);
        return new RegiePage([.. rows.Take(PageSize)], rows.Count > PageSize);
    }

    /// <summary>Fixed pieces of SQL alone; what is asked for goes in as parameters.</summary>
    private static FormattableString Query(RegieQuestion asked, Instant look, Guid id) =>
        FormattableStringFactory.Create(
            $$"""
            select promise_id, seq, subject, to_name, due, look_at, team_id, holder_id, attempts, norm_attempts, repeats, bounces,
                   told_at, told_channel, not_owed_asked_at, kind
            from promises.pub_promise
            where ended_at is null and kind <> 'open_door' and (look_at, promise_id) > ({0}, {1}) and {{Where(
                asked.View
            )}}
                {{(asked.TeamId is null ? "" : "and team_id = {7}")}}
            order by look_at, promise_id limit {8}
            """,
            look,
            id,
            asked.Now,
            asked.From,
            asked.Until,
            asked.Away,
            asked.Regie,
            asked.TeamId ?? Guid.Empty,
            PageSize + 1
        );

    private static string Where(RegieView view) =>
        view switch
        {
            RegieView.Today or RegieView.Day => "look_at >= {3} and look_at < {4} and due is not null",
            RegieView.RegieDecides => "(team_id = any({6}) or not_owed_asked_at is not null)",
            RegieView.Nobody => "holder_id is null",
            RegieView.Away => "holder_id = any({5})",
            RegieView.Untold => "look_at < {2} and due < {2} and told_at is null",
            RegieView.Bounced => "bounces > 0",
            RegieView.ThirdBounce => "bounces >= 3",
            RegieView.Repeated => "repeats > 0",
            RegieView.NoWriting => "untold_since is not null",
            RegieView.DayClosed => "day_closed_at is not null",
            RegieView.NoDate => "due is null and look_at < {2}",
            _ => "look_at < {2} and due < {2}",
        };
}
