using Microsoft.EntityFrameworkCore;
using Terecht.Platform.Data;

namespace Terecht.Modules.Routing.Data;

internal sealed class RoutingModel : IModelPart
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Procedure>(e =>
        {
            e.ToTable("procedure", "routing");
            e.HasKey(p => p.TopicId);
        });
        model.Entity<WrongTurn>().ToTable("wrong_turn", "routing");
    }
}

internal static class RoutingTables
{
    extension(TerechtDb db)
    {
        internal DbSet<Procedure> Procedures => db.Set<Procedure>();
        internal DbSet<WrongTurn> WrongTurns => db.Set<WrongTurn>();
    }
}
