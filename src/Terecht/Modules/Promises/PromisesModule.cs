using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Import;
using Terecht.Modules.Promises.AddTo;
using Terecht.Modules.Promises.Attempt;
using Terecht.Modules.Promises.Bounce;
using Terecht.Modules.Promises.CitySets;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.DayClosed;
using Terecht.Modules.Promises.DoorClosed;
using Terecht.Modules.Promises.EditNorm;
using Terecht.Modules.Promises.End;
using Terecht.Modules.Promises.Export;
using Terecht.Modules.Promises.Happenings;
using Terecht.Modules.Promises.Join;
using Terecht.Modules.Promises.LeftHolders;
using Terecht.Modules.Promises.Make;
using Terecht.Modules.Promises.MomentPassed;
using Terecht.Modules.Promises.Move;
using Terecht.Modules.Promises.Norms;
using Terecht.Modules.Promises.NotOwed;
using Terecht.Modules.Promises.Number;
using Terecht.Modules.Promises.Renew;
using Terecht.Modules.Promises.Reopen;
using Terecht.Modules.Promises.Repeat;
using Terecht.Modules.Promises.Steps;
using Terecht.Modules.Promises.Take;
using Terecht.Modules.Promises.TermsOfTopics;
using Terecht.Modules.Promises.Told;
using Terecht.Modules.Promises.Try;
using Terecht.Modules.Promises.Undo;
using Terecht.Modules.Promises.Untold;
using Terecht.Platform.Data;
using Terecht.Platform.Loops;
using Terecht.Platform.Outbox;

namespace Terecht.Modules.Promises;

internal static class PromisesModule
{
    public static IServiceCollection AddPromises(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, PromisesModel>();
        services.AddSingleton<NormBook>();
        services.AddScoped<PlanWriter>();
        services.AddScoped<MakeHandler>();
        services.AddScoped<Elsewhere>();
        services.AddScoped<NotOwedRules>();
        services.AddScoped<IHappenings, Happenings.Happenings>();
        services.AddScoped<TakeHandler>();
        services.AddScoped<AttemptHandler>();
        services.AddScoped<EndHandler>();
        services.AddScoped<BounceHandler>();
        services.AddScoped<ReopenHandler>();
        services.AddScoped<RepeatHandler>();
        services.AddScoped<NotOwedHandler>();
        services.AddScoped<AddToHandler>();
        services.AddScoped<NumberHandler>();
        services.AddScoped<ToldHandler>();
        services.AddScoped<UndoHandler>();
        services.AddScoped<JoinHandler>();
        services.AddScoped<MoveHandler>();
        services.AddScoped<RenewHandler>();
        services.AddScoped<IPromises, PromiseActs>();
        services.AddScoped<NormReader>();
        services.AddScoped<INorms, NormEditor>();
        services.AddScoped<ICitySets, CitySetTaker>();
        services.AddSingleton<ITryout, Tryout>();
        services.AddScoped<IMunicipalityStart, FirstNorm.FirstNorm>();
        services.AddScoped<ITopicTerms, TopicTerms>();
        services.AddScoped<ExportPromises>();
        services.AddScoped<MomentPassedHandler>();
        services.AddScoped<IUntold, UntoldHandler>();
        services.AddLoop<MomentPassedLoop>();
        services.AddScoped<DayClosedMarker>();
        services.AddReaction<CalendarChanged, DayClosed.DayClosed>();
        services.AddReaction<SettingsChanged, CalendarsImported>();
        services.AddScoped<StepPlanner>();
        services.AddScoped<StepHandler>();
        services.AddLoop<StepLoop>();
        services.AddScoped<LeftHoldersHandler>();
        services.AddLoop<LeftHoldersLoop>();
        services.AddScoped<DoorClosedHandler>();
        services.AddLoop<DoorClosedLoop>();
        services.AddScoped<IReminders, Reminders>();
        return services;
    }
}
