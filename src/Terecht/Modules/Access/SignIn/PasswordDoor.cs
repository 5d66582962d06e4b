using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Access.SignIn;

/// <summary>
/// The local door: e-mail address and password. Whoever does not get in learns nothing: the same answer after the same
/// work, whether the account exists, is locked, has no password or another one.
/// </summary>
internal sealed class PasswordDoor(TerechtDb db, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer)
{
    public const int Tries = 10;
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    private const int LongestPassword = 200;
    private static string? _nobodysHash;

    /// <summary>The account that this opens, or null.</summary>
    public async Task<Account?> OpenAsync(string email, string password, CancellationToken ct)
    {
        var name = normalizer.NormalizeName(email.Trim());
        var account =
            await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == name, ct)
            ?? new Account { Id = Guid.Empty };
        var tries = await TakeTryAsync(account.Id, ct);
        var mayTry =
            tries is > 0 and <= Tries && account.PasswordHash is not null && password.Length <= LongestPassword;
        var hash = mayTry ? account.PasswordHash! : NobodysHash(hasher);
        var entered = password[..Math.Min(password.Length, LongestPassword)];
        var right = hasher.VerifyHashedPassword(account, hash, entered) != PasswordVerificationResult.Failed && mayTry;
        await WriteOutcomeAsync(account.Id, right, tries, ct);
        return right ? account : null;
    }

    /// <summary>Counts the try before it is made, so that many at once are not more than ten. 0 when none may be made now.</summary>
    private async Task<int> TakeTryAsync(Guid id, CancellationToken ct)
    {
        var now = RealClock.Instance.GetUtcNow();
        var counts = await db
            .Database.SqlQuery<int>(
                $"""
                update access.account set access_failed_count = access_failed_count + 1
                where id = {id} and (lockout_end is null or lockout_end <= {now})
                returning access_failed_count
                """
            )
            .ToListAsync(ct);
        return counts.FirstOrDefault();
    }

    private Task<int> WriteOutcomeAsync(Guid id, bool right, int tries, CancellationToken ct)
    {
        var locked = tries >= Tries && !right;
        var until = RealClock.Instance.GetUtcNow() + Rest;
        return db.Database.ExecuteSqlAsync(
            $"""
            update access.account
            set access_failed_count = case when {right} or {locked} then 0 else access_failed_count end,
                lockout_end = case when {right} then null when {locked} then {until} else lockout_end end
            where id = {id}
            """,
            ct
        );
    }

    private static string NobodysHash(IPasswordHasher<Account> hasher) =>
        _nobodysHash ??= hasher.HashPassword(new Account(), "nobody");
}
