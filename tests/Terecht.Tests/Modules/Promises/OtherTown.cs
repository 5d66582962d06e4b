using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises;

/// <summary>The municipality Duinstad beside the usual one: other hours, a norm of its own, Regie and one team.</summary>
internal static class OtherTown
{
    /// <summary>In two blocks a day and on Saturday morning; closed on Easter Monday and on the day before Ascension.</summary>
    private const string Calendar = """
        {"code":"standaard","name":"Duinstad","weekly":{
          "mon":[["08:00","12:30"],["13:30","18:00"]],"tue":[["08:00","12:30"],["13:30","18:00"]],
          "wed":[["08:00","12:30"]],"thu":[["08:00","12:30"],["13:30","20:00"]],"fri":[["08:00","12:30"]],
          "sat":[["09:00","12:00"]]},
         "closures":[{"date":"2027-03-29","name":"Tweede paasdag"},{"date":"2027-05-05","name":"Bevrijdingsdag"}]}
        """;

    public static async Task<(Guid Municipality, Guid Team)> AddAsync(App app)
    {
        var ids = await app.InScopeAsync(async services =>
        {
            var (db, clock) = (services.GetRequiredService<TerechtDb>(), app.Clock);
            var town = new Municipality
            {
                Id = clock.NewId(),
                Code = "duinstad",
                Name = "Duinstad",
                Phone = "14 098",
                Address = "Dorpsplein 1, Duinstad",
                OpeningHours = "elke dag",
                OpeningHoursEn = "every day",
            };
            db.Add(town);
            var department = new Department
            {
                Id = clock.NewId(),
                MunicipalityId = town.Id,
                Name = "Klantcontact",
            };
            db.Add(department);
            var calendar = new CalendarRow
            {
                Id = clock.NewId(),
                MunicipalityId = town.Id,
                Code = "standaard",
            };
            db.Add(calendar);
            db.Add(
                new CalendarVersion
                {
                    Id = clock.NewId(),
                    CalendarId = calendar.Id,
                    Number = 1,
                    Content = Calendar,
                    RecordedAt = clock.Now(),
                }
            );
            await db.SaveChangesAsync();
            var teams = new[] { "Duinregie", "Duinwacht" }
                .Select(name => new Team
                {
                    Id = clock.NewId(),
                    MunicipalityId = town.Id,
                    DepartmentId = department.Id,
                    CalendarId = calendar.Id,
                    Code = name.ToLowerInvariant(),
                    Name = name,
                    NameEn = name,
                    IsRegie = name == "Duinregie",
                })
                .ToList();
            db.AddRange(teams);
            AddNorm(db, clock, town.Id);
            services.GetRequiredService<EventLog>().Record(new SettingsChanged(town.Id, "test", 1));
            await db.SaveChangesAsync();
            ((OrganisationReader)services.GetRequiredService<IOrganisation>()).Forget();
            return (town.Id, teams[1].Id);
        });
        return ids;
    }

    /// <summary>Two attempts in one daypart are enough here.</summary>
    private static void AddNorm(TerechtDb db, TimeProvider clock, Guid municipality)
    {
        var norm = new NormRow
        {
            Id = clock.NewId(),
            MunicipalityId = municipality,
            Code = "vijf-dagen",
            Name = "binnen vijf werkdagen",
            NameEn = "within five working days",
            Rule = """{"kind":"withinWorkingDays","days":5}""",
            Attempts = 2,
            Dayparts = 1,
        };
        db.Add(norm);
        db.Add(
            new NormScope
            {
                Id = clock.NewId(),
                NormId = norm.Id,
                MunicipalityId = municipality,
            }
        );
    }
}
