using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Modules.Contacts.Data;

internal sealed class ContactsModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Matter>(e =>
        {
            e.ToTable("matter", "contacts");
            e.Property(x => x.Reference).HasColumnType("character(10)");
        });
        model.Entity<Contact>().ToTable("contact", "contacts");
        model.Entity<Question>(e =>
        {
            e.ToTable("question", "contacts");
            // Order of insertion only: the house has no navigation across tables of different meaning.
            e.HasOne<Contact>().WithMany().HasForeignKey(x => x.ContactId);
            e.HasOne<Matter>().WithMany().HasForeignKey(x => x.MatterId);
        });
        model.Entity<Draft>(e =>
        {
            e.ToTable("draft", "contacts");
            e.Property(x => x.Content).HasColumnType("jsonb");
            e.Property(x => x.Numbers).HasColumnType("jsonb");
        });
        model.Entity<Remark>(e =>
        {
            e.ToTable("remark", "contacts");
            e.HasOne<Matter>().WithMany().HasForeignKey(x => x.MatterId);
        });
    }
}

internal static class ContactsTables
{
    extension(TerechtDb db)
    {
        internal DbSet<Matter> Matters => db.Set<Matter>();
        internal DbSet<Contact> Contacts => db.Set<Contact>();
        internal DbSet<Question> Questions => db.Set<Question>();
        internal DbSet<Draft> Drafts => db.Set<Draft>();
        internal DbSet<Remark> Remarks => db.Set<Remark>();
    }
}
