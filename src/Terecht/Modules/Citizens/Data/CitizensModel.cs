using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Platform.Data;

namespace Terecht.Modules.Citizens.Data;

internal sealed class CitizensModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<WrongCode>(e =>
        {
            e.ToTable("wrong_code", "citizens");
            e.HasKey(x => x.Reference);
            e.Property(x => x.Reference).HasColumnType("character(10)");
        });
        model.Entity<Message>(e =>
        {
            e.ToTable("message", "citizens");
            e.HasIndex(x => x.EventId).IsUnique();
        });
        model.Entity<GatewayPause>(e =>
        {
            e.ToTable("gateway_pause", "citizens");
            e.HasKey(x => x.Channel);
        });
        model.Entity<TemplateRow>(e =>
        {
            e.ToTable("template", "citizens");
            e.HasKey(x => new
            {
                x.MunicipalityId,
                x.Code,
                x.Channel,
                x.Language,
                x.Version,
            });
        });
    }
}

/// <summary>How often a wrong code was tried for one reference, in the window that runs. Instants are real time.</summary>
internal sealed class WrongCode
{
    public required string Reference { get; init; }
    public required int Tries { get; set; }
    public required Instant WindowStartedAt { get; set; }
}

internal static class CitizensTables
{
    extension(TerechtDb db)
    {
        internal DbSet<Message> Messages => db.Set<Message>();
        internal DbSet<GatewayPause> GatewayPauses => db.Set<GatewayPause>();
        internal DbSet<TemplateRow> Templates => db.Set<TemplateRow>();
    }
}
