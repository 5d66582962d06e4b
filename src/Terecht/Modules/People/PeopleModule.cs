using Terecht.Modules.People.Consent;
using Terecht.Modules.People.Contracts;
using Terecht.Modules.People.Data;
using Terecht.Modules.People.Find;
using Terecht.Platform.Data;

namespace Terecht.Modules.People;

internal static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, PeopleModel>();
        services.AddScoped<IPeople, PeopleFinder>();
        services.AddScoped<IWrittenWays, WrittenWays>();
        return services;
    }
}
