using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Terecht.Platform.Data;

/// <summary>A secret of the installation that every node must share, such as the key behind citizens' links.</summary>
internal sealed class Secret
{
    public required string Name { get; init; }
    public required byte[] Value { get; init; }

    /// <summary>The secret of that name, 32 random bytes made at first use. Two nodes that make it at once end with the same one.</summary>
    public static async Task<byte[]> GetAsync(TerechtDb db, string name, CancellationToken ct)
    {
        var fresh = RandomNumberGenerator.GetBytes(32);
        await db.Database.ExecuteSqlAsync(
            $"insert into platform.secret (name, value) values ({name}, {fresh}) on conflict (name) do nothing",
            ct
        );
        return await db.Set<Secret>().Where(s => s.Name == name).Select(s => s.Value).SingleAsync(ct);
    }
}
