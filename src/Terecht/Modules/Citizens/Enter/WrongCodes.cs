using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Citizens.Enter;

/// <summary>
/// Counts wrong codes per reference, on the real clock. Every try is counted before the code is looked at, in one statement,
/// so that many at once get no more tries than one by one; a right code is taken off again.
/// </summary>
internal sealed class WrongCodes(TerechtDb db)
{
    /// <summary>After so many the reference is shut until its window has passed, also for the right code.</summary>
    public const int Most = 8;

    public static readonly Duration Window = Duration.FromMinutes(15);

    /// <summary>Where tries are counted that name no reference at all: the same work for every guess.</summary>
    public const string NoReference = "----------";

    /// <summary>Counts a try. True while there are not too many.</summary>
    public async Task<bool> MayTryAsync(string reference, CancellationToken ct)
    {
        var now = RealClock.Instance.Now();
        var oldest = now - Window;
        // A list: what changes rows cannot be a part of a larger query.
        var tries = await db
            .Database.SqlQuery<int>(
                $"""
                insert into citizens.wrong_code as w (reference, tries, window_started_at) values ({reference}, 1, {now})
                on conflict (reference) do update set
                    tries = case when w.window_started_at <= {oldest} then 1 else least(w.tries, 1000000) + 1 end,
                    window_started_at = case when w.window_started_at <= {oldest} then {now} else w.window_started_at end
                returning tries as "Value"
                """
            )
            .ToListAsync(ct);
        return tries[0] <= Most;
    }

    /// <summary>The code was right: that try is not counted.</summary>
    public Task TakeBackAsync(string reference, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"update citizens.wrong_code set tries = tries - 1 where reference = {reference} and tries > 0",
            ct
        );

    /// <summary>Removes what counts no more. How many rows went.</summary>
    public Task<int> ForgetAsync(CancellationToken ct)
    {
        var oldest = RealClock.Instance.Now() - Window;
        return db.Database.ExecuteSqlAsync(
            $"delete from citizens.wrong_code where window_started_at <= {oldest} or tries = 0",
            ct
        );
    }
}
