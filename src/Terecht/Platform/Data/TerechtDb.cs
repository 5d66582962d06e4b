using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Terecht.Platform.Data;

/// <summary>The one context: a change, its event and its outbox rows share one transaction. Modules add their tables by <see cref="IModelPart"/>.</summary>
internal sealed class TerechtDb(DbContextOptions<TerechtDb> options, IEnumerable<IModelPart> parts)
    : DbContext(options),
        IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var part in parts)
        {
            part.Build(modelBuilder);
        }
    }
}
