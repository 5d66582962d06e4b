using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Modules.Catalogue.Data;

internal sealed class CatalogueModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Topic>(e =>
        {
            e.ToTable("topic", "catalogue");
            e.HasOne<Topic>().WithMany().HasForeignKey(t => t.ParentId);
        });
        model.Entity<District>().ToTable("district", "catalogue");
        model.Entity<Channel>(e =>
        {
            e.ToTable("channel", "catalogue");
            e.HasKey(c => c.Code);
        });
        model.Entity<Outcome>(e =>
        {
            e.ToTable("outcome", "catalogue");
            e.HasKey(o => o.Code);
            e.Property(o => o.Key).HasColumnType("character(1)");
        });
    }
}

internal static class CatalogueTables
{
    extension(TerechtDb db)
    {
        internal DbSet<Topic> Topics => db.Set<Topic>();
        internal DbSet<District> Districts => db.Set<District>();
        internal DbSet<Channel> Channels => db.Set<Channel>();
        internal DbSet<Outcome> Outcomes => db.Set<Outcome>();
    }
}
