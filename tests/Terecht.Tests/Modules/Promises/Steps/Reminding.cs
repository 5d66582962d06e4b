using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Steps;
using Terecht.Platform.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Steps;

/// <summary>
/// A world whose norm has three steps (four, two and one working hours before the moment), in which rounds are run by the
/// test. Promises are made on Monday 3 May 10.46 for Tuesday 4 May 17.00: the steps are at 13.00, 15.00 and 16.00.
/// </summary>
internal sealed class Reminding : IAsyncDisposable
{
    public const string Three =
        """[{"minutes":240,"to":"holder"},{"minutes":120,"to":"lead"},{"minutes":60,"to":"regie","progress":"propose"}]""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public required World World { get; init; }
    public required Person Lead { get; init; }
    public required Person Regie { get; init; }
    public App App => World.App;
    public TestClock Clock => App.Clock;

    public static async Task<Reminding> StartAsync(string steps = Three, Action<IServiceCollection>? services = null)
    {
        var quiet = Quiet.Without<StepLoop>() + services;
        var world = await World.StartAsync(await App.StartAsync(services: quiet));
        await world.App.InDbAsync(db =>
            db.Set<NormVersion>().ExecuteUpdateAsync(set => set.SetProperty(n => n.Steps, steps), Ct)
        );
        return new Reminding
        {
            World = world,
            Lead = await Given.StaffAsync(world.App, ["lead"], [world.Taxes], "Tom Bakker", leads: true),
            Regie = await Given.StaffAsync(world.App, ["coordinator"], [world.Regie], "Robert Eikelboom"),
        };
    }

    public Task<Made> PromiseAsync() => Made.InAsync(World);

    /// <summary>Held by the specialist.</summary>
    public async Task<Made> HeldAsync()
    {
        var made = await PromiseAsync();
        await made.ActAsync((id, seq, staff) => new PromiseAct.Take(id, seq, staff));
        return made;
    }

    public void At(int day, int hour, int minute = 0, int second = 0) => Clock.Set(2027, 5, day, hour, minute, second);

    /// <summary>Rounds until nothing is due; the program of the test, or another on the same database.</summary>
    public async Task RoundAsync(App? by = null)
    {
        while (await OnceAsync(by ?? App) > 0) { }
    }

    public static Task<int> OnceAsync(App app) =>
        app.InScopeAsync(services => services.GetRequiredService<StepHandler>().RunAsync(Ct));

    public Task<List<Reminder>> RemindersAsync() =>
        App.InDbAsync(db =>
            db.Set<Reminder>().AsNoTracking().OrderBy(r => r.DeliveredAt).ThenBy(r => r.Step).ToListAsync(Ct)
        );

    /// <summary>Who heard which step: "0 holder Fatma".</summary>
    public async Task<List<string>> HeardAsync()
    {
        var town = await TownAsync();
        return
        [
            .. (await RemindersAsync()).Select(r =>
                $"{r.Step} {r.Receiver} {string.Join(' ', r.StaffIds.Select(id => town.FindStaff(id)!.Short).Order())}".TrimEnd()
            ),
        ];
    }

    public async Task<OrganisationNow> TownAsync() =>
        await App.Services.GetRequiredService<IOrganisation>().NowAsync(Ct);

    public Task<int> CountAsync(string type) =>
        App.InDbAsync(db => db.Set<EventRow>().CountAsync(e => e.Type == type, Ct));

    /// <summary>Absent from the beginning of 2027 on, or from and to these days of May.</summary>
    public Task AwayAsync(Person person, int? from = null, int? until = null) =>
        App.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TerechtDb>();
            db.Add(
                new Absence
                {
                    Id = Clock.NewId(),
                    StaffId = person.StaffId,
                    Why = AbsenceWords.Sick,
                    FromAt = from is { } first ? Day(first) : Day(1) - Duration.FromDays(100),
                    UntilAt = until is { } last ? Day(last) : null,
                    RecordedAt = Clock.Now(),
                    RecordedBy = person.StaffId,
                }
            );
            await db.SaveChangesAsync(Ct);
            ((OrganisationReader)services.GetRequiredService<IOrganisation>()).Forget();
        });

    public Task DeputyAsync(Person person) =>
        App.InScopeAsync(async services =>
        {
            await services
                .GetRequiredService<TerechtDb>()
                .Set<TeamMember>()
                .Where(m => m.StaffId == person.StaffId)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Deputises, true), Ct);
            ((OrganisationReader)services.GetRequiredService<IOrganisation>()).Forget();
        });

    /// <summary>The teams' calendar gets a new version; promises keep the one they were made with.</summary>
    public Task CalendarAsync(string content) =>
        App.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TerechtDb>();
            var calendar = await db.Set<CalendarRow>().SingleAsync(c => c.Code == "standaard", Ct);
            db.Add(
                new CalendarVersion
                {
                    Id = Clock.NewId(),
                    CalendarId = calendar.Id,
                    Number = 2,
                    Content = content,
                    RecordedAt = Clock.Now(),
                }
            );
            await db.SaveChangesAsync(Ct);
            ((OrganisationReader)services.GetRequiredService<IOrganisation>()).Forget();
        });

    private static Instant Day(int ofMay) => new LocalDate(2027, 5, ofMay).StartInAmsterdam();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
