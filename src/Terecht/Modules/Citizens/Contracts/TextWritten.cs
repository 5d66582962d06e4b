using Terecht.Platform.Events;

namespace Terecht.Modules.Citizens.Contracts;

/// <summary>A municipality wrote its own text for a message: a new version.</summary>
internal sealed record TextWritten(Guid MunicipalityId, string Code, string Channel, string Language, int Version)
    : IEvent
{
    public static string Type => "text.written";
    public Guid Stream => MunicipalityId;
}
