using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Routing.Contracts;
using Terecht.Modules.Routing.Data;
using Terecht.Modules.Routing.TeamsOfTopics;
using Terecht.Platform.Data;

namespace Terecht.Modules.Routing;

internal static class RoutingModule
{
    public static IServiceCollection AddProcedures(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, RoutingModel>();
        services.AddSingleton<IRouting, ProcedureBook>();
        services.AddScoped<ITopicTeams, TopicTeams>();
        return services;
    }
}
