using Terecht.Modules.Desk.Call;
using Terecht.Modules.Desk.Reminders;
using Terecht.Modules.Desk.Running;
using Terecht.Modules.Desk.Story;
using Terecht.Modules.Desk.Worklist;

namespace Terecht.Modules.Desk;

internal static class DeskModule
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddScoped<KnownAbout>();
        services.AddScoped<PromisedTeam>();
        services.AddScoped<CallScreenLoader>();
        services.AddScoped<CallCheck>();
        services.AddScoped<WrapUp.WrapUp>();
        services.AddScoped<StoryReader>();
        services.AddScoped<WorklistQuery>();
        services.AddSingleton<WorklistCounts>();
        services.AddScoped<PromiseCaseReader>();
        services.AddScoped<ActRunner>();
        services.AddScoped<ReminderQuery>();
        services.AddScoped<CaseRemindersReader>();
        services.AddScoped<RunningReader>();
        return services;
    }

    public static void MapDesk(this WebApplication app) => app.MapLookups();
}
