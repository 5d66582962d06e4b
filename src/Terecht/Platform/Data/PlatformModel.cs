using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Terecht.Platform.Events;
using Terecht.Platform.Feed;
using Terecht.Platform.Outbox;
using Terecht.Platform.Web.Forms;

namespace Terecht.Platform.Data;

internal sealed class PlatformModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<EventRow>(e =>
        {
            e.ToTable("event", "platform");
            e.Property(x => x.Data).HasColumnType("jsonb");
            e.HasIndex(x => new { x.StreamId, x.Seq }).IsUnique();
        });
        model.Entity<FeedWaiting>(e =>
        {
            e.ToTable("feed_waiting", "platform");
            e.HasKey(x => x.Position);
            e.Property(x => x.Position).UseIdentityAlwaysColumn();
            // Written once, so the array itself will do; the usual comparison copies every element, twice for each save.
            e.Property(x => x.Topics)
                .Metadata.SetValueComparer(
                    new ValueComparer<string[]>((a, b) => ReferenceEquals(a, b), a => a.Length, a => a)
                );
        });
        model.Entity<OutboxRow>(e =>
        {
            e.ToTable("outbox", "platform");
            e.Property(x => x.Payload).HasColumnType("jsonb");
        });
        model.Entity<RequestKeyRow>(e =>
        {
            e.ToTable("request_key", "platform");
            e.HasKey(x => x.Key);
        });
        model.Entity<Secret>(e =>
        {
            e.ToTable("secret", "platform");
            e.HasKey(x => x.Name);
        });
        model.Entity<DataProtectionKey>(e =>
        {
            e.ToTable("data_protection_key", "platform");
            e.Property(x => x.Id).UseIdentityByDefaultColumn();
        });
    }
}
