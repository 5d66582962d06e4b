using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Platform.Data;

namespace Terecht.Modules.Citizens.Data;

internal sealed class CitizensModel : IModelPart
{
    public void Build(ModelBuilder model) =>
        model.Entity<WrongCode>(e =>
        {
            e.ToTable("wrong_code", "citizens");
            e.HasKey(x => x.Reference);
            e.Property(x => x.Reference).HasColumnType("character(10)");
        });
}

/// <summary>How often a wrong code was tried for one reference, in the window that runs. Instants are real time.</summary>
internal sealed class WrongCode
{
    public required string Reference { get; init; }
    public required int Tries { get; set; }
    public required Instant WindowStartedAt { get; set; }
}
