using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Citizens.Act;
using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Citizens.Data;
using Terecht.Modules.Citizens.Enter;
using Terecht.Modules.Citizens.Links;
using Terecht.Modules.Citizens.Status;
using Terecht.Modules.Citizens.Tell;
using Terecht.Modules.Citizens.Templates;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Loops;
using Terecht.Platform.Outbox;
using Terecht.Platform.Web;

namespace Terecht.Modules.Citizens;

internal static class CitizensModule
{
    public static IServiceCollection AddCitizens(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, CitizensModel>();
        services.AddSingleton<ICitizenLinks, CitizenLinks>();
        services.AddScoped<WrongCodes>();
        services.AddScoped<Door>();
        services.AddScoped<LinkReader>();
        services.AddLoop<ForgetWrongCodesLoop>();

        services.AddSingleton<TellingPace>();
        services.AddScoped<TemplateBook>();
        services.AddScoped<TemplateVersions>();
        services.AddScoped<TellWay>();
        services.AddScoped<MessageWriter>();
        services.AddScoped<MessageEnd>();
        services.AddScoped<MessageSender>();
        services.AddScoped<MessageWatch>();
        services.AddReaction<PromiseMade, TellReaction>(when: made => made.TellChannel is not null);
        services.AddReaction<PromiseRenewed, TellReaction>();
        services.AddReaction<PromiseEnded, TellReaction>();
        services.AddReaction<PromiseNumberChanged, TellReaction>();
        services.AddReaction<PromiseProgressDue, TellReaction>();
        services.AddReaction<PromiseProgressTakenBack, TakenBackReaction>();
        services.AddLoop<SendLoop>();
        services.AddLoop<WatchLoop>();
        services.AddHealthChecks().AddCheck<TellingHealth>("messages");

        services.AddScoped<Wording>();
        services.AddScoped<MatterReader>();
        services.AddScoped<PromiseBlocks>();
        services.AddScoped<StepOfMoves>();
        services.AddScoped<StepsOfPromise>();
        services.AddScoped<StepsAhead>();
        services.AddScoped<Story>();
        services.AddScoped<StatusWriter>();
        services.AddScoped<ActReader>();
        services.AddScoped<CitizenActs>();
        services.AddScoped<ChangesWriter>();
        services.AddScoped<DoneWriter>();

        // Each page has a second address; the language follows from it.
        services.Configure<RazorPagesOptions>(o =>
        {
            o.Conventions.AddPageRoute("/Citizens/Enter/Enter", PublicAddress.FollowEn);
            o.Conventions.AddPageRoute("/Citizens/Status/Status", PublicAddress.FollowEn + "/{**token}");
        });
        return services;
    }

    public static void MapCitizens(this IEndpointRouteBuilder app) => app.MapReceipts();
}
