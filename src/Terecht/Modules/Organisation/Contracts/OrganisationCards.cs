using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.Contracts;

internal sealed record MunicipalityCard(
    Guid Id,
    string Code,
    string Name,
    string Phone,
    string Address,
    string OpeningHours,
    string OpeningHoursEn
);

/// <param name="Name">What is said after the word team: Belastingen.</param>
/// <param name="CalendarVersionId">The version of its service calendar that holds now.</param>
internal sealed record TeamCard(
    Guid Id,
    Guid MunicipalityId,
    string Code,
    string Name,
    string NameEn,
    string Department,
    bool IsRegie,
    Guid CalendarVersionId,
    ServiceCalendar Calendar
);

/// <param name="Name">Full name: Fatma Öztürk.</param>
/// <param name="Short">As colleagues call them: Fatma.</param>
internal sealed record StaffCard(
    Guid Id,
    Guid AccountId,
    string Name,
    string Short,
    string Initials,
    NodaTime.LocalDate StartsOn,
    NodaTime.LocalDate? EndsOn,
    IReadOnlySet<Guid> Teams,
    IReadOnlySet<Guid> Leads
)
{
    /// <summary>The teams where this person stands in for the lead.</summary>
    public IReadOnlySet<Guid> Deputises { get; init; } = new HashSet<Guid>();

    /// <summary>Absences of now and later, the earliest first; two never overlap.</summary>
    public IReadOnlyList<AbsenceCard> Absences { get; init; } = [];

    /// <summary>The absence in which this instant falls; null when there is none.</summary>
    public AbsenceCard? AwayAt(NodaTime.Instant at) => Absences.FirstOrDefault(a => a.Holds(at));

    /// <summary>In employment on that day, and not absent at that instant.</summary>
    public bool IsInAt(NodaTime.Instant at) => WorksOn(at.Local().Date) && AwayAt(at) is null;

    public bool WorksOn(NodaTime.LocalDate day) => StartsOn <= day && (EndsOn is not { } end || day <= end);
}

/// <summary>A number that citizens dial, and whose it is.</summary>
internal sealed record DialledNumber(string Number, Guid MunicipalityId, string Name);
