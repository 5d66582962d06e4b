using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises;

/// <summary>Whatever is done with a promise, the moment and the words that were spoken stay as they were.</summary>
public sealed class ActsTests
{
    [Fact]
    public async Task Not_ours_with_a_better_team_gives_it_to_that_team_at_once()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.ActAsync((id, seq, staff) => new PromiseAct.Take(id, seq, staff));
        var before = await made.RowAsync();
        app.Clock.Set(2027, 5, 3, 14, 0);

        (await made.BounceAsync(world.Income)).ShouldBeOfType<ActResult.Done>();

        var after = await made.RowAsync();
        after.TeamId.ShouldBe(world.Income);
        after.TeamSince.ShouldBe(app.Clock.Now());
        after.HolderId.ShouldBeNull();
        (after.FirstDue, after.Due, after.LimitAt).ShouldBe((before.FirstDue, before.Due, before.LimitAt));
        (after.Words, after.WordsEn).ShouldBe((before.Words, before.WordsEn));
        (await made.EventsAsync()).ShouldBe(["promise.made", "promise.hold", "promise.bounce"]);
    }

    [Fact]
    public async Task Not_ours_and_nobody_knows_whose_gives_it_to_regie()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);

        await made.BounceAsync(null);

        (await made.RowAsync()).TeamId.ShouldBe(world.Regie);
    }

    [Fact]
    public async Task The_third_bounce_goes_to_regie_whoever_is_named_and_regie_decides()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.BounceAsync(world.Income);
        await made.BounceAsync(world.Taxes);

        await made.BounceAsync(world.Income);
        (await made.RowAsync()).TeamId.ShouldBe(world.Regie);

        // Regie's choice is final: it must not come back to Regie by itself.
        await made.BounceAsync(world.Taxes);
        (await made.RowAsync()).TeamId.ShouldBe(world.Taxes);

        // And Regie cannot say that it does not know.
        await made.BounceAsync(null);
        (await made.RowAsync()).TeamId.ShouldBe(world.Regie);
        (await made.BounceAsync(null)).ShouldBeOfType<ActResult.Refused>();
        (await made.RowAsync()).Bounces.ShouldBe((short)5);
    }

    [Fact]
    public async Task Given_back_it_is_the_teams_again()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.ActAsync((id, seq, staff) => new PromiseAct.Take(id, seq, staff));
        (await made.RowAsync()).HolderId.ShouldBe(world.Specialist.StaffId);

        await made.ActAsync((id, seq, staff) => new PromiseAct.GiveBack(id, seq, staff));

        var row = await made.RowAsync();
        row.HolderId.ShouldBeNull();
        row.TeamId.ShouldBe(world.Taxes);
        (await made.EventsAsync()).ShouldBe(["promise.made", "promise.hold", "promise.release"]);
        (
            await made.ActAsync((id, seq, staff) => new PromiseAct.GiveBack(id, seq, staff))
        ).ShouldBeOfType<ActResult.Refused>();
    }

    [Fact]
    public async Task Asking_again_makes_no_second_promise_and_is_counted()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        app.Clock.Set(2027, 5, 3, 15, 30);

        await made.ActAsync((id, seq, staff) => new PromiseAct.Repeat(id, seq, staff, app.Clock.NewId()));

        var row = await made.RowAsync();
        (row.Repeats, row.LastRepeatAt).ShouldBe(((short)1, app.Clock.Now()));
        (await made.EventsAsync()).ShouldBe(["promise.made", "promise.repeat", "promise.noticed"]);
    }

    [Fact]
    public async Task Reopened_it_has_the_same_first_moment_and_team_and_attempts_begin_again()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.ActAsync((id, seq, staff) => End(id, seq, staff, PromiseEnd.Reached, app.Clock));
        var ended = await made.RowAsync();
        (ended.EndCode, ended.OnTime, ended.Attempts).ShouldBe(("reached", true, (short)1));
        (
            await made.ActAsync((id, seq, staff) => End(id, seq, staff, PromiseEnd.Reached, app.Clock))
        ).ShouldBeOfType<ActResult.Refused>();

        await made.ActAsync((id, seq, staff) => new PromiseAct.Reopen(id, seq, staff, "niet geholpen"));

        var row = await made.RowAsync();
        row.IsOpen.ShouldBeTrue();
        (row.TeamId, row.FirstDue, row.LimitAt).ShouldBe((world.Taxes, ended.FirstDue, ended.LimitAt));
        (row.Attempts, row.OnTime).ShouldBe(((short)0, null));
        (await made.EventsAsync())[^1].ShouldBe("promise.reopen");
    }

    [Fact]
    public async Task Who_looked_before_another_acted_is_told_who_did_what()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        var seen = (await made.RowAsync()).Seq;
        await made.ActAsync((id, seq, staff) => new PromiseAct.Take(id, seq, staff));

        var late = await made.ActAsync((id, _, _) => new PromiseAct.Take(id, seen, world.Colleague.StaffId));

        late.ShouldBeOfType<ActResult.Stale>().Type.ShouldBe("promise.hold");
        (await made.RowAsync()).HolderId.ShouldBe(world.Specialist.StaffId);
    }

    private static PromiseAct.End End(Guid id, int seq, Guid staff, PromiseEnd end, TimeProvider clock) =>
        new(id, seq, staff, end, null, clock.Now(), "");
}
