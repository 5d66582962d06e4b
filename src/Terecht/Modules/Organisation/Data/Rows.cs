using NodaTime;

namespace Terecht.Modules.Organisation.Data;

internal sealed class Municipality
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string Phone { get; set; }
    public required string Address { get; set; }
    public required string OpeningHours { get; set; }
    public required string OpeningHoursEn { get; set; }
}

internal sealed class Department
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required string Name { get; set; }
}

internal sealed class CalendarRow
{
    /// <summary>The calendar that a municipality begins with, and of a team that names none.</summary>
    public const string UsualCode = "standaard";

    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required string Code { get; init; }
}

/// <summary>One version of a service calendar; never altered.</summary>
internal sealed class CalendarVersion
{
    public required Guid Id { get; init; }
    public required Guid CalendarId { get; init; }
    public required int Number { get; init; }

    /// <summary>JSON: name, weekly blocks, closures.</summary>
    public required string Content { get; init; }
    public required Instant RecordedAt { get; init; }

    /// <summary>Null: by an import, or by the program itself.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>The first day that was different from the version before; null for the first one.</summary>
    public LocalDate? ValidFrom { get; init; }
}

internal sealed class Team
{
    public required Guid Id { get; init; }
    public required Guid MunicipalityId { get; init; }
    public required Guid DepartmentId { get; set; }
    public required Guid CalendarId { get; set; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string NameEn { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public bool IsRegie { get; set; }
}

internal sealed class StaffMember
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>The personnel number; a second import finds the person by it.</summary>
    public required string Number { get; set; }
    public required string GivenName { get; set; }
    public required string Infix { get; set; }
    public required string FamilyName { get; set; }
    public required string Email { get; set; }
    public string? Phone { get; set; }
    public required LocalDate StartsOn { get; set; }

    /// <summary>The last day of work, that day included.</summary>
    public LocalDate? EndsOn { get; set; }

    public string FullName => string.Join(' ', new[] { GivenName, Infix, FamilyName }.Where(p => p.Length > 0));
}

internal sealed class TeamMember
{
    public required Guid TeamId { get; init; }
    public required Guid StaffId { get; init; }
    public bool Leads { get; set; }

    /// <summary>Stands in for the lead.</summary>
    public bool Deputises { get; set; }
}

/// <summary>Somebody is not there from one instant up to another.</summary>
internal sealed class Absence
{
    public required Guid Id { get; init; }
    public required Guid StaffId { get; init; }

    /// <summary>A code of <see cref="Contracts.AbsenceWords"/>.</summary>
    public required string Why { get; set; }
    public required Instant FromAt { get; set; }

    /// <summary>Back at this instant; null when nobody knows yet.</summary>
    public Instant? UntilAt { get; set; }
    public required Instant RecordedAt { get; set; }
    public required Guid RecordedBy { get; set; }
}

internal sealed class DialledNumberRow
{
    public required string Number { get; init; }
    public required Guid MunicipalityId { get; set; }
    public required string Name { get; set; }
}
