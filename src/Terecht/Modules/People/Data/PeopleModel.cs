using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Modules.People.Data;

internal sealed class PeopleModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Party>(e =>
        {
            e.ToTable("party", "people");
            e.HasMany(x => x.Phones).WithOne().HasForeignKey(p => p.PartyId);
        });
        model.Entity<PartyPhone>(e =>
        {
            e.ToTable("party_phone", "people");
            e.HasKey(x => new { x.PartyId, x.Number });
        });
        model.Entity<PartyName>(e =>
        {
            e.ToTable("party_name", "people");
            e.HasKey(x => new { x.PartyId, x.Key });
            e.HasOne<Party>().WithMany().HasForeignKey(x => x.PartyId);
        });
        model.Entity<ReadLogRow>().ToTable("read_log", "people");
        model.Entity<ConsentRow>(e =>
        {
            e.ToTable("consent", "people");
            e.HasKey(x => new { x.PartyId, x.Channel });
            e.HasOne<Party>().WithMany().HasForeignKey(x => x.PartyId);
        });
    }
}

internal static class PeopleTables
{
    extension(TerechtDb db)
    {
        internal DbSet<Party> Parties => db.Set<Party>();
        internal DbSet<PartyPhone> PartyPhones => db.Set<PartyPhone>();
        internal DbSet<PartyName> PartyNames => db.Set<PartyName>();
        internal DbSet<ConsentRow> Consents => db.Set<ConsentRow>();
        internal DbSet<ReadLogRow> ReadLog => db.Set<ReadLogRow>();
    }
}
