using Terecht.Modules.Desk.Calendars;
using Terecht.Modules.Desk.Call;
using Terecht.Modules.Desk.Happenings;
using Terecht.Modules.Desk.Norms;
using Terecht.Modules.Desk.Regie;
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
        services.AddScoped<ByReference>();
        services.AddScoped<CallAbout>();
        services.AddScoped<PromisedTeam>();
        services.AddScoped<PromisedWhen>();
        services.AddScoped<CallScreenLoader>();
        services.AddScoped<TellChoice>();
        services.AddScoped<CallCheck>();
        services.AddScoped<WrapUp.WrapUp>();
        services.AddScoped<StoryReader>();
        services.AddScoped<Reach>();
        services.AddScoped<TiedPromises>();
        services.AddScoped<WorklistQuery>();
        services.AddSingleton<WorklistCounts>();
        services.AddScoped<PromiseCaseReader>();
        services.AddScoped<ActOfForm>();
        services.AddScoped<ActChoices>();
        services.AddScoped<ActRunner>();
        services.AddSingleton<RegieCounts>();
        services.AddScoped<RegieList>();
        services.AddScoped<RegieBulk>();
        services.AddScoped<WhatIf.WhatIf>();
        services.AddScoped<CalendarOutcomes>();
        services.AddScoped<NormOutcomes>();
        services.AddScoped<ReminderQuery>();
        services.AddScoped<CaseRemindersReader>();
        services.AddScoped<RunningReader>();
        return services;
    }

    public static void MapDesk(this WebApplication app) => app.MapLookups();
}
