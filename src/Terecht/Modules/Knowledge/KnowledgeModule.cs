using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.Data;
using Terecht.Modules.Knowledge.Read;
using Terecht.Platform.Data;

namespace Terecht.Modules.Knowledge;

internal static class KnowledgeModule
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, KnowledgeModel>();
        services.AddScoped<IKnowledge, KnowledgeReader>();
        return services;
    }
}
