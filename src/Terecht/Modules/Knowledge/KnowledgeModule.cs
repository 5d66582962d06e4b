using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.CountUse;
using Terecht.Modules.Knowledge.Data;
using Terecht.Modules.Knowledge.ImportArticles;
using Terecht.Modules.Knowledge.Read;
using Terecht.Modules.Knowledge.Search;
using Terecht.Modules.Knowledge.Search.Live;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Platform.Data;
using Terecht.Platform.Loops;
using Terecht.Platform.Outbox;

namespace Terecht.Modules.Knowledge;

internal static class KnowledgeModule
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, KnowledgeModel>();
        services.AddScoped<IKnowledge, KnowledgeReader>();
        services.AddSingleton<AnswerRows>();
        services.AddSingleton<IAnswerSearch, LiveAnswers>();
        services.AddLoop<AnswerIndexing>();
        services.AddHealthChecks().AddCheck<AnswerHealth>("answers");
        services.AddImporter<ArticleImporter>();
        services.AddReaction<AnswerUsed, UseCounter>();
        return services;
    }
}
