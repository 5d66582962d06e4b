using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises;

/// <summary>One's own last act can be taken back for half an hour, by its opposite; history is only added to.</summary>
public sealed class UndoTests
{
    private static readonly Instant First = At("2027-05-04 17:00");

    [Fact]
    public async Task Taking_and_giving_back()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.TakeAsync(world.Specialist);

        (await made.UndoAsync(world.Specialist)).ShouldBeOfType<ActResult.Done>();
        (await made.RowAsync()).HolderId.ShouldBeNull();

        // And giving it back by that can be taken back too.
        await made.UndoAsync(world.Specialist);
        (await made.RowAsync()).HolderId.ShouldBe(world.Specialist.StaffId);
        (await made.EventsAsync()).ShouldBe(["promise.made", "promise.hold", "promise.release", "promise.hold"]);
    }

    [Fact]
    public async Task A_bounce_taken_back_is_where_it_was_and_not_counted_as_one()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.BounceAsync(world.Income);
        await made.BounceAsync(world.Taxes);
        await made.BounceAsync(world.Income);
        (await made.RowAsync()).TeamId.ShouldBe(world.Regie);
        app.Clock.Advance(Duration.FromMinutes(2));

        await made.UndoAsync(world.Specialist);

        var row = await made.RowAsync();
        (row.TeamId, row.Bounces).ShouldBe((world.Taxes, (short)2));
        var back = (await made.HistoryAsync())[^1];
        (back.Type, back.Team, back.Reason).ShouldBe((PromiseEventType.Team, "belastingen", MoveReason.Undone));
        // So the next one is the third again.
        await made.BounceAsync(world.Income);
        (await made.RowAsync()).TeamId.ShouldBe(world.Regie);
    }

    [Fact]
    public async Task Who_held_it_before_it_went_to_another_team_has_it_again()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.TakeAsync(world.Colleague);
        await made.ByAsync(
            world.Coordinator,
            (id, seq, staff) => new PromiseAct.Move(id, seq, staff, world.Income, MoveReason.Busy)
        );

        (await made.UndoAsync(world.Coordinator)).ShouldBeOfType<ActResult.Done>();

        var row = await made.RowAsync();
        (row.TeamId, row.HolderId).ShouldBe((world.Taxes, world.Colleague.StaffId));
    }

    [Fact]
    public async Task A_move()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.ActAsync((id, seq, staff) => new PromiseAct.Move(id, seq, staff, world.Income, MoveReason.Busy));

        await made.UndoAsync(world.Specialist);

        var row = await made.RowAsync();
        (row.TeamId, row.Bounces).ShouldBe((world.Taxes, (short)0));
    }

    [Theory]
    [InlineData("citizen")]
    [InlineData("us")]
    public async Task A_renewal_with_its_limit_and_its_part_of_the_day(string by)
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await RenewAsync(made, 6, by == "us" ? WishedBy.Us : WishedBy.Citizen);

        (await made.UndoAsync(world.Specialist)).ShouldBeOfType<ActResult.Done>();

        var row = await made.RowAsync();
        (row.FirstDue, row.Due, row.LimitAt).ShouldBe((First, First, First));
        (row.NotBefore, row.LookAt).ShouldBe((null, First));
    }

    [Fact]
    public async Task A_wish_taken_back_after_our_renewal_does_not_lift_the_limit_to_our_moment()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await RenewAsync(made, 6, WishedBy.Us);
        await RenewAsync(made, 7, WishedBy.Citizen);
        (await made.RowAsync()).LimitAt.ShouldBe(At("2027-05-07 17:00"));

        (await made.UndoAsync(world.Specialist)).ShouldBeOfType<ActResult.Done>();

        var row = await made.RowAsync();
        (row.FirstDue, row.Due, row.LimitAt).ShouldBe((First, At("2027-05-06 17:00"), First));
        row.NotBefore.ShouldBe(At("2027-05-06 12:00"));
        var state = await made.StateAsync();
        (state.Moments.InForce, state.Moments.Limit).ShouldBe((row.Due, row.LimitAt));
    }

    [Fact]
    public async Task What_the_event_moved_moves_with_the_event_alone()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var works = await Works.AddAsync(world);
        var made = await Made.InAsync(world, make => make with { When = works.DaysBefore(1) });
        await works.BeginOnAsync(6, 1);
        await works.BeginOnAsync(6, 8);

        (await made.UndoAsync(world.Specialist)).ShouldBeOfType<ActResult.Refused>();

        (await made.RowAsync()).Due.ShouldBe(At("2027-06-07 17:00"));
    }

    [Theory]
    [InlineData("reached")]
    [InlineData("withdrawn")]
    public async Task An_end_and_the_call_that_was_made_stays_made(string end)
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.EndAsync(PromiseWords.ParseEnd(end)!.Value);
        app.Clock.Advance(Duration.FromMinutes(30));

        await made.UndoAsync(world.Specialist);

        var row = await made.RowAsync();
        (row.IsOpen, row.EndCode, row.OnTime, row.LimitAt).ShouldBe((true, null, null, First));
        var history = await made.HistoryAsync();
        history[^1].Reason.ShouldBe(ReopenReason.Undone);
        history.Count(e => e.Type == PromiseEventType.Attempt).ShouldBe(end == "reached" ? 1 : 0);
    }

    [Fact]
    public async Task Not_what_somebody_else_did()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.TakeAsync(world.Specialist);

        (await made.UndoAsync(world.Colleague)).ShouldBeOfType<ActResult.Refused>();

        (await made.RowAsync()).HolderId.ShouldBe(world.Specialist.StaffId);
    }

    [Fact]
    public async Task Not_after_half_an_hour()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.TakeAsync(world.Specialist);
        app.Clock.Advance(UndoRule.Longest + Duration.FromSeconds(1));

        (await made.UndoAsync(world.Specialist)).ShouldBeOfType<ActResult.Refused>();
    }

    [Fact]
    public async Task Not_an_attempt_and_not_the_making()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        (await made.UndoAsync(world.Agent)).ShouldBeOfType<ActResult.Refused>();
        await made.AttemptAsync(AttemptOutcome.NoAnswer, app.Clock.Now());

        (await made.UndoAsync(world.Specialist)).ShouldBeOfType<ActResult.Refused>();

        (await made.RowAsync()).Attempts.ShouldBe((short)1);
    }

    [Fact]
    public async Task That_the_citizen_was_told_or_asked_again_is_not_in_the_way()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.BounceAsync(world.Income);
        await made.ActAsync((id, seq, staff) => new PromiseAct.Repeat(id, seq, staff, app.Clock.NewId()));
        await made.ByAsync(world.Colleague, (id, _, staff) => new PromiseAct.Told(id, staff, "phone", ToldAbout.Late));

        await made.UndoAsync(world.Specialist);

        (await made.RowAsync()).TeamId.ShouldBe(world.Taxes);
    }

    private static async Task RenewAsync(Made made, int dayOfMay, WishedBy by)
    {
        var chosen = new Chosen.Part(new LocalDate(2027, 5, dayOfMay), Daypart.Afternoon);
        var reason = by == WishedBy.Us ? RenewReason.Busy : RenewReason.Asked;
        (
            await made.ActAsync((id, seq, staff) => new PromiseAct.Renew(id, seq, staff, chosen, by, reason))
        ).ShouldBeOfType<ActResult.Done>();
    }
}
