using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Modules.Promises.Attempt;
using Terecht.Modules.Promises.Bounce;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.End;
using Terecht.Modules.Promises.Export;
using Terecht.Modules.Promises.LeftHolders;
using Terecht.Modules.Promises.Make;
using Terecht.Modules.Promises.MomentPassed;
using Terecht.Modules.Promises.Norms;
using Terecht.Modules.Promises.Reopen;
using Terecht.Modules.Promises.Repeat;
using Terecht.Modules.Promises.Steps;
using Terecht.Modules.Promises.Take;
using Terecht.Modules.Promises.TermsOfTopics;
using Terecht.Platform.Data;
using Terecht.Platform.Loops;

namespace Terecht.Modules.Promises;

internal static class PromisesModule
{
    public static IServiceCollection AddPromises(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, PromisesModel>();
        services.AddSingleton<NormBook>();
        services.AddScoped<MakeHandler>();
        services.AddScoped<TakeHandler>();
        services.AddScoped<AttemptHandler>();
        services.AddScoped<EndHandler>();
        services.AddScoped<BounceHandler>();
        services.AddScoped<ReopenHandler>();
        services.AddScoped<RepeatHandler>();
        services.AddScoped<IPromises, PromiseActs>();
        services.AddScoped<IMunicipalityStart, FirstNorm.FirstNorm>();
        services.AddScoped<ITopicTerms, TopicTerms>();
        services.AddScoped<ExportPromises>();
        services.AddScoped<MomentPassedHandler>();
        services.AddLoop<MomentPassedLoop>();
        services.AddScoped<StepPlanner>();
        services.AddScoped<StepHandler>();
        services.AddLoop<StepLoop>();
        services.AddScoped<LeftHoldersHandler>();
        services.AddLoop<LeftHoldersLoop>();
        services.AddScoped<IReminders, Reminders>();
        return services;
    }
}
