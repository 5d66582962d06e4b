using NodaTime;

namespace Terecht.Modules.Organisation.Contracts.Calendars;

/// <summary>Service calendars with all their versions, for the administrator. Read from the database, not from memory.</summary>
internal interface ICalendars
{
    Task<IReadOnlyList<CalendarCard>> ListAsync(CancellationToken ct);

    Task<CalendarSheet?> FindAsync(Guid municipalityId, string code, CancellationToken ct);

    /// <summary>Makes a new version, or a new calendar, on the shared context: the caller saves.</summary>
    Task<CalendarEdited> EditAsync(EditCalendar edit, CancellationToken ct);

    /// <summary>For who saved a change here, and must see it at once.</summary>
    void Forget();
}

/// <param name="Version">Number of the version that holds.</param>
/// <param name="TeamIds">The teams that follow it.</param>
internal sealed record CalendarCard(
    Guid Id,
    Guid MunicipalityId,
    string Code,
    string Name,
    int Version,
    IReadOnlyList<Guid> TeamIds
);

/// <param name="Versions">The newest first.</param>
internal sealed record CalendarSheet(
    Guid Id,
    Guid MunicipalityId,
    string Code,
    IReadOnlyList<Guid> TeamIds,
    ServiceCalendar Current,
    IReadOnlyList<CalendarVersionCard> Versions
);

/// <param name="RecordedBy">The staff member; null by an import, or by the program itself.</param>
/// <param name="ValidFrom">The first day that was different from the version before; null for the first one.</param>
internal sealed record CalendarVersionCard(
    Guid Id,
    int Number,
    Instant RecordedAt,
    Guid? RecordedBy,
    LocalDate? ValidFrom
);

/// <param name="BasedOn">Number of the version that the administrator looked at; null for a new calendar.</param>
internal sealed record EditCalendar(
    Guid MunicipalityId,
    string Code,
    string Name,
    IReadOnlyList<OpeningHours> Hours,
    IReadOnlyList<Closure> Closures,
    int? BasedOn
);

internal abstract record CalendarEdited
{
    private CalendarEdited() { }

    internal sealed record Done(Guid VersionId, int Number, LocalDate ValidFrom) : CalendarEdited;

    /// <summary>Nothing is different.</summary>
    internal sealed record Same : CalendarEdited;

    /// <summary>Somebody saved a version after the one that was looked at.</summary>
    internal sealed record Stale(CalendarVersionCard Newer) : CalendarEdited;

    internal sealed record Wrong(string Sentence) : CalendarEdited;
}
