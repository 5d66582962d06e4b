using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Modules.Promises.Data;

internal sealed class PromisesModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Promise>(e =>
        {
            e.ToTable("promise", "promises");
            e.Property(x => x.Seq).IsConcurrencyToken();
            // Acts without a number of their own change these: two at once collide on them.
            e.Property(x => x.ToPhone).IsConcurrencyToken();
            e.Property(x => x.PhoneUncheckedAt).IsConcurrencyToken();
            e.Property(x => x.NotOwedAskedAt).IsConcurrencyToken();
            e.Property(x => x.ProgressAskedAt).IsConcurrencyToken();
            e.HasOne<NormRow>().WithMany().HasForeignKey(x => x.NormId);
            e.HasOne<NormVersion>().WithMany().HasForeignKey(x => x.NormVersionId);
            e.Ignore(x => x.AttemptTerms);
            e.Ignore(x => x.IsOpen);
            e.Ignore(nameof(Promise.Starting));
            e.HasOne<Happening>().WithMany().HasForeignKey(x => x.HappeningId);
        });
        model.Entity<Reminder>(e =>
        {
            e.ToTable("reminder", "promises");
            e.HasOne<Promise>().WithMany().HasForeignKey(x => x.PromiseId);
        });
        model.Entity<ReminderSeen>(e =>
        {
            e.ToTable("reminder_seen", "promises");
            e.HasKey(x => new { x.ReminderId, x.StaffId });
            e.HasOne<Reminder>().WithMany().HasForeignKey(x => x.ReminderId);
        });
        model.Entity<MunicipalityRule>(e =>
        {
            e.ToTable("municipality_rule", "promises");
            e.HasKey(x => x.MunicipalityId);
        });
        model.Entity<Happening>(e =>
        {
            e.ToTable("happening", "promises");
            // Two who give a date collide, also when nothing is tied to it.
            e.Property(x => x.StartsOn).IsConcurrencyToken();
            e.Property(x => x.CheckAt).IsConcurrencyToken();
        });
        model.Entity<NormRow>().ToTable("norm", "promises");
        model.Entity<NormVersion>(e =>
        {
            e.ToTable("norm_version", "promises");
            e.Property(x => x.Rule).HasColumnType("jsonb");
            e.Property(x => x.Steps).HasColumnType("jsonb");
            e.Property(x => x.TargetPercent).HasColumnType("numeric(5,2)");
            e.Ignore(x => x.Terms);
            e.HasOne<NormRow>().WithMany().HasForeignKey(x => x.NormId);
        });
        model.Entity<NormScope>(e =>
        {
            e.ToTable("norm_scope", "promises");
            // Two who give one place to different norms collide, and the second sees it.
            e.Property(x => x.NormId).IsConcurrencyToken();
            e.HasOne<NormRow>().WithMany().HasForeignKey(x => x.NormId);
        });
        model.Entity<TargetRow>(e =>
        {
            e.ToTable("target", "promises");
            e.Property(x => x.Percent).HasColumnType("numeric(5,2)");
        });
    }
}

/// <summary>What a municipality decided about promises beforehand.</summary>
internal sealed class MunicipalityRule
{
    public required Guid MunicipalityId { get; init; }

    /// <summary>A promise about acquisition may be ended as not owed without asking Regie.</summary>
    public bool AcquisitionNotOwed { get; set; }
}

internal static class PromisesTables
{
    extension(TerechtDb db)
    {
        internal DbSet<Promise> Promises => db.Set<Promise>();
        internal DbSet<MunicipalityRule> MunicipalityRules => db.Set<MunicipalityRule>();
        internal DbSet<Happening> Happenings => db.Set<Happening>();
        internal DbSet<Reminder> Reminders => db.Set<Reminder>();
        internal DbSet<NormRow> Norms => db.Set<NormRow>();
        internal DbSet<NormVersion> NormVersions => db.Set<NormVersion>();
        internal DbSet<TargetRow> Targets => db.Set<TargetRow>();
        internal DbSet<NormScope> NormScopes => db.Set<NormScope>();
    }
}
