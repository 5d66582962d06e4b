using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.LeftHolders;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.LeftHolders;

public sealed class LeftHoldersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_the_midnight_after_the_last_day_everything_goes_back_to_the_team()
    {
        await using var app = await App.StartAsync(services: Quiet.Without<LeftHoldersLoop>());
        var world = await World.StartAsync(app);
        var held = new[] { await HeldAsync(world), await HeldAsync(world) };
        var free = await Made.InAsync(world);
        await LeavesAsync(app, world.Specialist, new LocalDate(2027, 5, 5));

        app.Clock.Set(2027, 5, 5, 23, 59, 59);
        (await RunAsync(app)).ShouldBe(0);
        app.Clock.Set(2027, 5, 6, 0, 0);
        (await RunAsync(app)).ShouldBe(2);
        (await RunAsync(app)).ShouldBe(0);

        foreach (var made in held)
        {
            var row = await made.RowAsync();
            row.HolderId.ShouldBeNull();
            row.HeldSince.ShouldBeNull();
            row.TeamId.ShouldBe(world.Taxes);
            (await made.EventsAsync()).ShouldBe(["promise.made", "promise.hold", "promise.release"]);
        }
        (await free.EventsAsync()).ShouldBe(["promise.made"]);
        var released = await ReleasedAsync(app);
        released.ShouldAllBe(e => e.At == app.Clock.Now() && e.ActorKind == "system");
    }

    [Fact]
    public async Task Each_goes_back_once_however_many_look()
    {
        await using var app = await App.StartAsync(services: Quiet.Without<LeftHoldersLoop>());
        await using var second = app.Second();
        var world = await World.StartAsync(app);
        for (var i = 0; i < 60; i++)
        {
            await HeldAsync(world);
        }
        await LeavesAsync(app, world.Specialist, new LocalDate(2027, 5, 3));
        app.Clock.Set(2027, 5, 4, 8, 30);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(no => RunAsync(no % 2 == 0 ? app : second)));
        while (await RunAsync(app) > 0) { }

        var released = await ReleasedAsync(app);
        released.Count.ShouldBe(60);
        released.Select(e => e.StreamId).ShouldBeUnique();
    }

    [Fact]
    public async Task The_program_does_it_by_itself_and_leaves_what_ended()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var ended = await HeldAsync(world);
        await ended.ActAsync(
            (id, seq, staff) => new PromiseAct.End(id, seq, staff, PromiseEnd.Withdrawn, null, app.Clock.Now(), "")
        );
        var held = await HeldAsync(world);
        await LeavesAsync(app, world.Specialist, new LocalDate(2027, 5, 3));
        app.Clock.Set(2027, 5, 4, 0, 0);

        await Eventually.ThatAsync("it went back", async () => (await held.RowAsync()).HolderId is null);
        (await ended.RowAsync()).HolderId.ShouldBe(world.Specialist.StaffId);
    }

    private static async Task<Made> HeldAsync(World world)
    {
        var made = await Made.InAsync(world);
        await made.ActAsync((id, seq, staff) => new PromiseAct.Take(id, seq, staff));
        return made;
    }

    private static Task<int> LeavesAsync(App app, Person person, LocalDate last) =>
        app.InDbAsync(db =>
            db.Set<StaffMember>()
                .Where(s => s.Id == person.StaffId)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndsOn, last), Ct)
        );

    private static Task<int> RunAsync(App app) =>
        app.InScopeAsync(services => services.GetRequiredService<LeftHoldersHandler>().RunAsync(Ct));

    private static Task<List<EventRow>> ReleasedAsync(App app) =>
        app.InDbAsync(db =>
            db.Set<EventRow>().AsNoTracking().Where(e => e.Type == PromiseReleased.Type).ToListAsync(Ct)
        );
}
