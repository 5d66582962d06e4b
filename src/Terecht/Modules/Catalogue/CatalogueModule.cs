using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Catalogue.Data;
using Terecht.Platform.Data;

namespace Terecht.Modules.Catalogue;

internal static class CatalogueModule
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, CatalogueModel>();
        services.AddSingleton<ICatalogue, CatalogueReader>();
        return services;
    }
}
