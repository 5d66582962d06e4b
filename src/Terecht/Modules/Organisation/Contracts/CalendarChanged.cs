using NodaTime;
using Terecht.Platform.Events;

namespace Terecht.Modules.Organisation.Contracts;

/// <summary>A service calendar got a version. Promises that were made keep the version that gave their moment.</summary>
/// <param name="ValidFrom">The first day that is different.</param>
internal sealed record CalendarChanged(
    Guid CalendarId,
    Guid MunicipalityId,
    Guid VersionId,
    int Number,
    LocalDate ValidFrom
) : IEvent
{
    public static string Type => "calendar.changed";
    public Guid Stream => CalendarId;
}
