using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.DayClosed;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Data;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.DayClosed;

/// <summary>Promised on a day that closed afterwards: it is seen, and nothing about the promise changes.</summary>
public sealed class DayClosedTests
{
    private static readonly LocalDate Tuesday = new(2027, 5, 4);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Closed_afterwards_it_is_marked_and_open_again_it_is_not()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        var before = await made.RowAsync();

        await CloseAsync(app, [new Closure(Tuesday, "Staking")]);
        await Eventually.ThatAsync("it is marked", async () => (await made.RowAsync()).DayClosedAt is not null);

        var marked = await made.RowAsync();
        (marked.FirstDue, marked.Due, marked.LimitAt).ShouldBe((before.FirstDue, before.Due, before.LimitAt));
        (marked.Words, marked.WordsEn, marked.Seq).ShouldBe((before.Words, before.WordsEn, before.Seq));

        await CloseAsync(app, []);
        await Eventually.ThatAsync("the mark is gone", async () => (await made.RowAsync()).DayClosedAt is null);
        (await made.EventsAsync()).ShouldBe(
            ["promise.made", "promise.day_closed", "promise.day_opened"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task A_part_of_the_day_closed_leaves_it_an_open_day()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);

        await CloseAsync(
            app,
            [new Closure(Tuesday, new OpenBlock(ClockTime.StartOfDay, new ClockTime(16, 0)), "Uitje")]
        );
        await MarkAsync(world);

        (await made.RowAsync()).DayClosedAt.ShouldBeNull();
    }

    [Fact]
    public async Task What_ended_and_what_counts_every_hour_is_left_alone()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var ended = await Made.InAsync(world);
        await ended.ActAsync(
            (id, seq, staff) => new PromiseAct.End(id, seq, staff, PromiseEnd.Withdrawn, null, app.Clock.Now(), "")
        );
        // Day and night, due on Saturday: that day was never an open one.
        await app.InDbAsync(db =>
            db.Set<NormVersion>()
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.Rule, """{"kind":"withinHours","hours":120}"""), Ct)
        );
        app.Services.GetRequiredService<NormBook>().Forget();
        var hours = await Made.InAsync(world);

        await CloseAsync(app, [new Closure(Tuesday, "Staking")]);
        await MarkAsync(world);

        (await ended.RowAsync()).DayClosedAt.ShouldBeNull();
        (await hours.RowAsync()).DayClosedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Run_again_it_tells_nothing_again()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await CloseAsync(app, [new Closure(Tuesday, "Staking")]);

        await MarkAsync(world);
        var first = await made.RowAsync();
        app.Clock.Advance(Duration.FromHours(1));
        await MarkAsync(world);

        (await made.RowAsync()).DayClosedAt.ShouldBe(first.DayClosedAt.ShouldNotBeNull());
        (await made.EventsAsync()).Count(e => e == "promise.day_closed").ShouldBe(1);
    }

    [Fact]
    public async Task It_is_told_on_the_page_of_the_promise()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await CloseAsync(app, [new Closure(Tuesday, "Staking")]);
        await MarkAsync(world);
        using var specialist = await Given.SignedInAsync(app, world.Specialist);

        var page = await specialist.GetAsync($"/werkvoorraad/{made.Id}");

        page.TextOf("#kop").ShouldContain("Het team is die dag inmiddels dicht.");
    }

    /// <summary>As the reaction does, but now.</summary>
    private static Task MarkAsync(World world) =>
        world.App.InScopeAsync(async services =>
        {
            await services.GetRequiredService<DayClosedMarker>().RunAsync(world.Municipality, Ct);
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
        });

    /// <summary>A version with exactly these closures.</summary>
    private static Task CloseAsync(App app, IReadOnlyList<Closure> closures) =>
        app.InScopeAsync(async services =>
        {
            var calendars = services.GetRequiredService<ICalendars>();
            var municipality = (await services.GetRequiredService<IOrganisation>().NowAsync(Ct)).Municipalities[0];
            var sheet = (await calendars.FindAsync(municipality.Id, "standaard", Ct)).ShouldNotBeNull();
            var edit = new EditCalendar(
                municipality.Id,
                "standaard",
                sheet.Current.Name,
                sheet.Current.Hours,
                closures,
                sheet.Current.Version
            );
            (await calendars.EditAsync(edit, Ct)).ShouldBeOfType<CalendarEdited.Done>();
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(Ct);
            calendars.Forget();
        });
}
