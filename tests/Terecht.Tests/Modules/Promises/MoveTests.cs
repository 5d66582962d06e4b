using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises;

/// <summary>Who directs the work gives it to a team or to a colleague. That is no bounce, and no moment moves.</summary>
public sealed class MoveTests
{
    [Fact]
    public async Task Moved_it_is_the_other_teams_in_one_act_and_it_is_no_bounce()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.TakeAsync(world.Specialist);
        var before = await made.RowAsync();
        app.Clock.Set(2027, 5, 3, 12, 46);

        (await MoveAsync(made, world.Income)).ShouldBeOfType<ActResult.Done>().TeamId.ShouldBe(world.Income);

        var row = await made.RowAsync();
        (row.TeamId, row.TeamSince, row.HolderId, row.Bounces).ShouldBe(
            (world.Income, app.Clock.Now(), null, (short)0)
        );
        (row.FirstDue, row.Due, row.LimitAt, row.Words).ShouldBe(
            (before.FirstDue, before.Due, before.LimitAt, before.Words)
        );
        var moved = (await made.HistoryAsync())[^1];
        (moved.Type, moved.Team, moved.Reason).ShouldBe((PromiseEventType.Team, "inkomen", MoveReason.Busy));
        app.Clock.Set(2027, 5, 3, 13, 0);
        (await made.StateAsync()).Clocks.TeamSeconds.ShouldBe(
            new Dictionary<string, long> { ["belastingen"] = 7_200, ["inkomen"] = 840 },
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Two_moves_and_a_bounce_are_one_bounce()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);

        await MoveAsync(made, world.Income);
        await MoveAsync(made, world.Taxes);
        await made.BounceAsync(world.Income);

        var row = await made.RowAsync();
        (row.TeamId, row.Bounces).ShouldBe((world.Income, (short)1));
    }

    [Fact]
    public async Task A_team_that_is_not_there_of_another_municipality_or_the_same_one_is_refused()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        var (_, abroad) = await OtherTown.AddAsync(app);

        foreach (var team in new[] { app.Clock.NewId(), abroad, world.Taxes })
        {
            (await MoveAsync(made, team)).ShouldBeOfType<ActResult.Refused>().Field.ShouldBe("ToTeam");
        }
        (await made.BounceAsync(abroad)).ShouldBeOfType<ActResult.Refused>().Field.ShouldBe("ToTeam");
        (await MoveAsync(made, world.Income, "zomaar")).ShouldBeOfType<ActResult.Refused>().Field.ShouldBe("Reason");

        (await made.EventsAsync()).ShouldBe(["promise.made"]);
    }

    [Fact]
    public async Task What_has_ended_is_moved_by_opening_it_for_another_team()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.TakeAsync(world.Specialist);
        await made.EndAsync(PromiseEnd.Reached);
        (await MoveAsync(made, world.Income)).ShouldBeOfType<ActResult.Refused>();

        await made.ActAsync(
            (id, seq, staff) => new PromiseAct.Reopen(id, seq, staff, ReopenReason.NotDone) { ToTeamId = world.Income }
        );

        var row = await made.RowAsync();
        (row.TeamId, row.HolderId, row.IsOpen).ShouldBe((world.Income, null, true));
        (await made.HistoryAsync())[^1].Team.ShouldBe("inkomen");
    }

    [Fact]
    public async Task A_colleague_of_the_team_can_be_given_it()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        app.Clock.Set(2027, 5, 3, 12, 0);

        (await AssignAsync(made, world.Colleague.StaffId)).ShouldBeOfType<ActResult.Done>();

        var row = await made.RowAsync();
        (row.HolderId, row.HeldSince, row.TeamId).ShouldBe((world.Colleague.StaffId, app.Clock.Now(), world.Taxes));
        (await made.EventsAsync()).ShouldBe(["promise.made", "promise.hold", "promise.noticed"]);
    }

    [Fact]
    public async Task Nobody_else_can_be_given_it()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        var gone = await Given.StaffAsync(
            app,
            ["specialist"],
            [world.Taxes],
            endsOn: new NodaTime.LocalDate(2027, 5, 2)
        );
        await made.TakeAsync(world.Specialist);

        foreach (var who in new[] { world.Agent.StaffId, gone.StaffId, app.Clock.NewId(), world.Specialist.StaffId })
        {
            (await AssignAsync(made, who)).ShouldBeOfType<ActResult.Refused>().Field.ShouldBe("ToStaff");
        }
        (await made.RowAsync()).HolderId.ShouldBe(world.Specialist.StaffId);
    }

    private static Task<ActResult> MoveAsync(Made made, Guid team, string reason = MoveReason.Busy) =>
        made.ActAsync((id, seq, staff) => new PromiseAct.Move(id, seq, staff, team, reason));

    private static Task<ActResult> AssignAsync(Made made, Guid who) =>
        made.ActAsync((id, seq, staff) => new PromiseAct.Assign(id, seq, staff, who));
}
