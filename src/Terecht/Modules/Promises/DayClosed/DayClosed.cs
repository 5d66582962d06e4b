using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Events;
using Terecht.Platform.Outbox;

namespace Terecht.Modules.Promises.DayClosed;

/// <summary>After a calendar changed on screen: which promises lie on a day that is closed now?</summary>
internal sealed class DayClosed(DayClosedMarker marker) : IReaction
{
    public Task HandleAsync(EventRow happened, CancellationToken ct) =>
        marker.RunAsync(happened.Read<CalendarChanged>().MunicipalityId, ct);
}

/// <summary>An import gave calendars a version, or teams another calendar: the same question.</summary>
internal sealed class CalendarsImported(DayClosedMarker marker) : IReaction
{
    public Task HandleAsync(EventRow happened, CancellationToken ct) =>
        happened.Read<SettingsChanged>() is { What: "calendars" or "teams" } changed
            ? marker.RunAsync(changed.MunicipalityId, ct)
            : Task.CompletedTask;
}
