using Microsoft.AspNetCore.Mvc.RazorPages;
using Terecht.Modules.Citizens.Contracts;
using Terecht.Modules.Citizens.Data;
using Terecht.Modules.Citizens.Enter;
using Terecht.Modules.Citizens.Links;
using Terecht.Modules.Citizens.Status;
using Terecht.Platform.Data;
using Terecht.Platform.Loops;
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

        services.AddScoped<Wording>();
        services.AddScoped<MatterReader>();
        services.AddScoped<PromiseBlocks>();
        services.AddScoped<StepOfMoves>();
        services.AddScoped<StepsOfPromise>();
        services.AddScoped<StepsAhead>();
        services.AddScoped<Story>();
        services.AddScoped<StatusWriter>();

        // Each page has a second address; the language follows from it.
        services.Configure<RazorPagesOptions>(o =>
        {
            o.Conventions.AddPageRoute("/Citizens/Enter/Enter", PublicAddress.FollowEn);
            o.Conventions.AddPageRoute("/Citizens/Status/Status", PublicAddress.FollowEn + "/{**token}");
        });
        return services;
    }
}
