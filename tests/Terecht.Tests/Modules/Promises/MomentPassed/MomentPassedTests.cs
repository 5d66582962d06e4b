using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.MomentPassed;
using Terecht.Platform.Events;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.MomentPassed;

public sealed class MomentPassedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_marked_after_the_moment_and_not_at_it()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);

        app.Clock.Set(2027, 5, 4, 17, 0);
        (await RunAsync(app)).ShouldBe(0);
        (await made.RowAsync()).MomentPassedAt.ShouldBeNull();

        app.Clock.Advance(Duration.FromSeconds(1));
        await Eventually.ThatAsync("it is marked", async () => (await made.RowAsync()).MomentPassedAt is not null);
    }

    [Fact]
    public async Task Each_is_marked_once_however_many_look()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        await using var second = app.Second();
        foreach (var _ in Enumerable.Range(1, 30))
        {
            await Made.InAsync(world);
        }
        app.Clock.Set(2027, 5, 4, 17, 0, 1);

        await Task.WhenAll(Enumerable.Range(1, 6).Select(no => RunAsync(no % 2 == 0 ? app : second)));
        await Eventually.ThatAsync("all are marked", async () => (await PassedAsync(app)).Count >= 30);
        await RunAsync(app);

        var passed = await PassedAsync(app);
        passed.Count.ShouldBe(30);
        passed.ShouldBeUnique();
    }

    [Fact]
    public async Task One_that_ended_never_passes()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.ActAsync(
            (id, seq, staff) => new PromiseAct.End(id, seq, staff, PromiseEnd.Withdrawn, "opgelost", default, "")
        );
        app.Clock.Set(2027, 5, 5, 9, 0);

        (await RunAsync(app)).ShouldBe(0);
        (await made.RowAsync()).MomentPassedAt.ShouldBeNull();
    }

    private static Task<int> RunAsync(App app) =>
        app.InScopeAsync(services => services.GetRequiredService<MomentPassedHandler>().RunAsync(Ct));

    private static Task<List<Guid>> PassedAsync(App app) =>
        app.InDbAsync(db =>
            db.Set<EventRow>().Where(e => e.Type == PromiseMomentPassed.Type).Select(e => e.StreamId).ToListAsync(Ct)
        );
}
