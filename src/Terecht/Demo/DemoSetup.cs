using Terecht.Demo.Town;

namespace Terecht.Demo;

internal static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddScoped<SettingsLoader>();
        services.AddScoped<NormTable>();
        services.AddScoped<AbsenceTable>();
        services.AddScoped<ArticleHistory>();
        services.AddScoped<MunicipalityReader>();
        services.AddScoped<DemoLoader>();
        services.AddScoped<DemoCitizen>();
        return services;
    }
}
