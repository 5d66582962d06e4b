using Terecht.Platform.Events;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>A norm got a version. What was promised keeps the version that gave its moment.</summary>
internal sealed record NormChanged(Guid NormId, Guid MunicipalityId, Guid VersionId, int Number) : IEvent
{
    public static string Type => "norm.changed";
    public Guid Stream => NormId;
}
