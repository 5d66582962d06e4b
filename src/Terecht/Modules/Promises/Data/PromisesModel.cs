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
            e.HasOne<NormRow>().WithMany().HasForeignKey(x => x.NormId);
            e.Ignore(x => x.AttemptTerms);
            e.Ignore(x => x.IsOpen);
            e.Ignore(nameof(Promise.Starting));
            e.HasOne<Happening>().WithMany().HasForeignKey(x => x.HappeningId);
        });
        model.Entity<MunicipalityRule>(e =>
        {
            e.ToTable("municipality_rule", "promises");
            e.HasKey(x => x.MunicipalityId);
        });
        model.Entity<Happening>(e => e.ToTable("happening", "promises"));
        model.Entity<NormRow>(e =>
        {
            e.ToTable("norm", "promises");
            e.Property(x => x.Rule).HasColumnType("jsonb");
            e.Property(x => x.Steps).HasColumnType("jsonb");
            e.Property(x => x.Target).HasColumnType("numeric(5,2)");
        });
        model.Entity<NormScope>(e =>
        {
            e.ToTable("norm_scope", "promises");
            e.HasOne<NormRow>().WithMany().HasForeignKey(x => x.NormId);
        });
    }
}

/// <summary>A norm as it is stored; see <see cref="Contracts.Norm"/>.</summary>
internal sealed class NormRow
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string NameEn { get; set; }

    /// <summary>JSON, as <see cref="Contracts.DueRuleJson"/> reads it.</summary>
    public required string Rule { get; set; }

    /// <summary>0: attempts without contact never count as kept.</summary>
    public short Attempts { get; set; } = 3;
    public short Dayparts { get; set; } = 2;
    public string Steps { get; set; } = "[]";
    public decimal? Target { get; set; }
}

/// <summary>What a municipality decided about promises beforehand.</summary>
internal sealed class MunicipalityRule
{
    public required Guid MunicipalityId { get; init; }

    /// <summary>A promise about acquisition may be ended as not owed without asking Regie.</summary>
    public bool AcquisitionNotOwed { get; set; }
}

/// <summary>Where a norm holds: a topic, a team, or (both null) the municipality.</summary>
internal sealed class NormScope
{
    public required Guid Id { get; init; }
    public required Guid NormId { get; set; }
    public required Guid MunicipalityId { get; init; }
    public Guid? TopicId { get; init; }
    public Guid? TeamId { get; init; }
}

internal static class PromisesTables
{
    extension(TerechtDb db)
    {
        internal DbSet<Promise> Promises => db.Set<Promise>();
        internal DbSet<MunicipalityRule> MunicipalityRules => db.Set<MunicipalityRule>();
        internal DbSet<Happening> Happenings => db.Set<Happening>();
        internal DbSet<NormRow> Norms => db.Set<NormRow>();
        internal DbSet<NormScope> NormScopes => db.Set<NormScope>();
    }
}
