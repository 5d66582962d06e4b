using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Catalogue.ImportDistricts;
using Terecht.Modules.Catalogue.ImportTopics;
using Terecht.Modules.Catalogue.ImportUpl;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Platform.Data;

namespace Terecht.Modules.Catalogue;

internal static class CatalogueModule
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, CatalogueModel>();
        services.AddSingleton<ICatalogue, CatalogueReader>();
        services.AddScoped<TopicWriter>();
        services.AddImporter<TopicImporter>();
        services.AddImporter<UplImporter>();
        services.AddImporter<DistrictImporter>();
        return services;
    }
}
