using Microsoft.EntityFrameworkCore;

namespace Terecht.Platform.Data;

/// <summary>A module's share of the one model: its tables and how they map. Registered by name in the module file.</summary>
internal interface IModelPart
{
    void Build(ModelBuilder model);
}
