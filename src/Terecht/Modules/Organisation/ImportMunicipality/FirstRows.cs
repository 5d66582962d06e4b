using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Organisation.ImportTeams;
using Terecht.Platform.Data;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.ImportMunicipality;

/// <summary>What a municipality has from its first moment.</summary>
internal static class FirstRows
{
    private const int YearsAhead = 2;

    public static Municipality Add(TerechtDb db, TimeProvider clock, MunicipalityLine line)
    {
        var municipality = new Municipality
        {
            Id = clock.NewId(),
            Code = line.Code,
            Name = line.Name,
            Phone = line.Phone,
            Address = line.Address,
            OpeningHours = line.OpeningHours,
            OpeningHoursEn = line.OpeningHoursEn,
        };
        var department = new Department
        {
            Id = clock.NewId(),
            MunicipalityId = municipality.Id,
            Name = "Klantcontact",
        };
        var calendar = new CalendarRow
        {
            Id = clock.NewId(),
            MunicipalityId = municipality.Id,
            Code = CalendarRow.UsualCode,
        };
        db.AddRange(municipality, department, calendar);
        db.Add(
            new CalendarVersion
            {
                Id = clock.NewId(),
                CalendarId = calendar.Id,
                Number = 1,
                Content = CalendarJson.Write(OfficeHours(clock.Today().Year)),
                RecordedAt = clock.Now(),
            }
        );
        db.Add(
            new Team
            {
                Id = clock.NewId(),
                MunicipalityId = municipality.Id,
                DepartmentId = department.Id,
                CalendarId = calendar.Id,
                Code = TeamImporter.RegieCode,
                Name = "Regie",
                NameEn = "Coordination",
                IsRegie = true,
            }
        );
        return municipality;
    }

    /// <summary>Monday to Friday from 8.30 to 17.00, closed on the days of the law: a moment on Christmas Day is worse than one too late.</summary>
    private static ServiceCalendar OfficeHours(int year)
    {
        IReadOnlyList<OpenBlock> day = [new OpenBlock(new ClockTime(8, 30), new ClockTime(17, 0))];
        return new ServiceCalendar
        {
            Id = Guid.Empty,
            Version = 1,
            Code = CalendarRow.UsualCode,
            Name = "Kantooruren",
            Hours =
            [
                new OpeningHours(
                    Enumerable.Range(1, 5).ToDictionary(weekday => (IsoDayOfWeek)weekday, _ => day),
                    null,
                    null
                ),
            ],
            Closures =
            [
                .. Enumerable
                    .Range(year, YearsAhead + 1)
                    .SelectMany(RecognisedDays.Of)
                    .Select(d => new Closure(d.Date, d.Name)),
            ],
        };
    }
}
