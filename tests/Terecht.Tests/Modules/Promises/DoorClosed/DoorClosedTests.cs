using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.DoorClosed;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.DoorClosed;

public sealed class DoorClosedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_door_closes_once_at_the_midnight_after_its_last_day_and_counts_in_no_figure()
    {
        await using var app = await App.StartAsync(services: Quiet.Without<DoorClosedLoop>());
        await using var second = app.Second();
        var world = await World.StartAsync(app);
        var door = await DoorAsync(world, new LocalDate(2027, 5, 14));
        var later = await DoorAsync(world, new LocalDate(2027, 5, 15));

        app.Clock.Set(2027, 5, 14, 23, 59, 59);
        (await RunAsync(app)).ShouldBe(0);
        app.Clock.Set(2027, 5, 15, 0, 0);
        (await Task.WhenAll(RunAsync(app), RunAsync(second), RunAsync(app))).Sum().ShouldBe(1);

        (await door.EventsAsync()).ShouldBe(["promise.made", "promise.end"]);
        var row = await door.RowAsync();
        (row.EndCode, row.OnTime, row.Due).ShouldBe(("delivered", null, null));
        (await door.StateAsync()).Verdict.ShouldBe(KeptVerdict.NoMoment);
        (await door.HistoryAsync())[^1].Reason.ShouldBe(EndReason.DoorClosed);
        (await later.RowAsync()).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task The_program_does_it_by_itself()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var door = await DoorAsync(world, new LocalDate(2027, 5, 3));
        app.Clock.Set(2027, 5, 4, 0, 0);

        await Eventually.ThatAsync("it closed", async () => !(await door.RowAsync()).IsOpen);
    }

    private static Task<Made> DoorAsync(World world, LocalDate until) =>
        Made.InAsync(
            world,
            usual => usual with { Kind = "open_door", When = new PromiseWhen.OpenDoor(until, world.Specialist.StaffId) }
        );

    private static Task<int> RunAsync(App app) =>
        app.InScopeAsync(services => services.GetRequiredService<DoorClosedHandler>().RunAsync(Ct));
}
