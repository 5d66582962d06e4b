using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Terecht.Platform.Data;

/// <summary>The one context: a change, its event and its outbox rows share one transaction. Modules add their tables by <see cref="IModelPart"/>.</summary>
internal sealed class TerechtDb(DbContextOptions<TerechtDb> options, IEnumerable<IModelPart> parts)
    : DbContext(options),
        IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// Two who save at once can wait for each other; PostgreSQL then breaks one off, of whom nothing was written. That is a
    /// collision like any other: somebody was faster.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken ct = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        }
        catch (InvalidOperationException e)
            when (e.InnerException
                    is DbUpdateException
                    {
                        InnerException: PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected }
                    }
            )
        {
            throw new DbUpdateConcurrencyException("Somebody else saved the same rows at this moment.", e);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var part in parts)
        {
            part.Build(modelBuilder);
        }
    }
}
