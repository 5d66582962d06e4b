using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Organisation.EditCalendar;
using Terecht.Modules.Organisation.ImportCalendars;
using Terecht.Modules.Organisation.ImportNumbers;
using Terecht.Modules.Organisation.ImportStaff;
using Terecht.Modules.Organisation.ImportTeams;
using Terecht.Modules.Organisation.WhoIsIn;
using Terecht.Platform.Data;

namespace Terecht.Modules.Organisation;

internal static class OrganisationModule
{
    public static IServiceCollection AddOrganisation(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, OrganisationModel>();
        services.AddSingleton<OrganisationReader>();
        services.AddSingleton<IOrganisation>(sp => sp.GetRequiredService<OrganisationReader>());
        services.AddScoped<AbsenceBook>();
        services.AddScoped<IStaffLookup, StaffLookup>();
        services.AddScoped<INewStaff, NewStaff>();
        services.AddScoped<CalendarReader>();
        services.AddScoped<ICalendars, CalendarEditor>();
        services.AddScoped<SettingsImport>();
        services.AddScoped<MunicipalityImport>();
        services.AddImporter<CalendarImporter>();
        services.AddImporter<NumberImporter>();
        services.AddImporter<TeamImporter>();
        services.AddImporter<StaffImporter>();
        return services;
    }
}
