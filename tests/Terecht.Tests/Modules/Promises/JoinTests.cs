using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises;

/// <summary>Two promises of one matter become one. No lateness is hidden by it, and nothing counts twice.</summary>
public sealed class JoinTests
{
    private static readonly Instant First = At("2027-05-04 17:00");

    [Fact]
    public async Task Both_get_a_join_and_the_other_ends_in_the_same_second_and_counts_nowhere()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var (made, later) = await TwoAsync(world);
        app.Clock.Set(2027, 5, 3, 11, 0);

        (await JoinAsync(later, made)).ShouldBeOfType<ActResult.Done>();

        (await made.EventsAsync()).ShouldBe(["promise.made", "promise.join"]);
        (await later.EventsAsync()).ShouldBe(["promise.made", "promise.join", "promise.end"]);
        (await made.HistoryAsync())[1].Due.ShouldBe(First);
        var history = await later.HistoryAsync();
        history[1].Due.ShouldBeNull();
        (history[2].At, history[2].Outcome, history[2].Reason).ShouldBe(
            (history[1].At, "answered_elsewhere", EndReason.Joined)
        );
        var row = await later.RowAsync();
        (row.EndCode, row.EndedAt, row.OnTime, row.AnsweredBy).ShouldBe(
            ("answered_elsewhere", app.Clock.Now(), null, made.Id)
        );
        var state = await later.StateAsync();
        state.Verdict.ShouldBe(KeptVerdict.Joined);
        PromiseFigures.Of(state).ShouldBe(PromiseFigures.Zero);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_one_with_the_earlier_limit_goes_on_whichever_is_joined_into_which(bool fromTheLater)
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var (made, later) = await TwoAsync(world);

        await (fromTheLater ? JoinAsync(later, made) : JoinAsync(made, later));

        (await made.RowAsync()).IsOpen.ShouldBeTrue();
        (await later.RowAsync()).IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task With_the_same_limit_the_one_made_first_goes_on()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        app.Clock.Advance(Duration.FromSeconds(1));
        var second = await Made.InAsync(world, about: made.Matter);

        await JoinAsync(second, made);

        ((await made.RowAsync()).IsOpen, (await second.RowAsync()).IsOpen).ShouldBe((true, false));
    }

    [Fact]
    public async Task What_we_renewed_takes_the_earlier_moment_of_the_other()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var (made, later) = await TwoAsync(world);
        await RenewAsync(made, WishedBy.Us, 7, Daypart.Afternoon);

        await JoinAsync(made, later);

        var row = await made.RowAsync();
        (row.FirstDue, row.Due, row.LimitAt).ShouldBe((First, At("2027-05-06 17:00"), First));
        // And the beginning of the part of the day that belongs to it.
        (row.LookAt, row.NotBefore).ShouldBe((At("2027-05-06 17:00"), At("2027-05-06 12:00")));
    }

    [Fact]
    public async Task The_limit_comes_forward_with_the_earlier_moment()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var (made, later) = await TwoAsync(world);
        await RenewAsync(later, WishedBy.Citizen, 4, Daypart.Morning);

        await JoinAsync(made, later);

        var row = await made.RowAsync();
        var noon = At("2027-05-04 12:00");
        (row.FirstDue, row.Due, row.LimitAt).ShouldBe((First, noon, noon));
    }

    [Fact]
    public async Task One_without_a_moment_goes_into_the_one_that_has_one()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        var works = await Works.AddAsync(world);
        var waiting = await Made.InAsync(world, make => make with { When = works.DaysBefore(1) }, made.Matter);

        await JoinAsync(waiting, made);

        ((await made.RowAsync()).Due, (await waiting.RowAsync()).IsOpen).ShouldBe((First, false));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Taken_back_the_other_is_open_again_and_the_first_keeps_the_earlier_moment(
        bool fromTheOneThatWentOn
    )
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var (made, later) = await TwoAsync(world);
        await RenewAsync(later, WishedBy.Citizen, 4, Daypart.Morning);
        await JoinAsync(made, later);
        app.Clock.Advance(Duration.FromMinutes(5));

        var taken = await (fromTheOneThatWentOn ? made : later).UndoAsync(world.Specialist);

        taken.ShouldBeOfType<ActResult.Done>();
        var (kept, other) = (await made.RowAsync(), await later.RowAsync());
        (kept.Due, kept.LimitAt).ShouldBe((At("2027-05-04 12:00"), At("2027-05-04 12:00")));
        (other.IsOpen, other.AnsweredBy, other.Due).ShouldBe((true, null, At("2027-05-04 12:00")));
        var reopened = (await later.HistoryAsync())[^1];
        (reopened.Type, reopened.Reason).ShouldBe((PromiseEventType.Reopen, ReopenReason.Split));
        // Once only.
        (await made.UndoAsync(world.Specialist)).ShouldBeOfType<ActResult.Refused>();
        // From now on it counts as any other.
        app.Clock.Set(2027, 5, 7, 9, 0);
        await later.EndAsync(PromiseEnd.Reached);
        (await later.RowAsync()).OnTime.ShouldBe(false);
    }

    [Fact]
    public async Task Only_two_open_ones_of_one_matter_become_one()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var (made, later) = await TwoAsync(world);
        var elsewhere = await Made.InAsync(world);
        var door = await Made.InAsync(
            world,
            make => make with { Kind = "open_door", When = new PromiseWhen.OpenDoor(new LocalDate(2027, 5, 7), null) },
            made.Matter
        );

        foreach (var other in new[] { elsewhere, made, door })
        {
            (await JoinAsync(made, other)).ShouldBeOfType<ActResult.Refused>().Field.ShouldBe("Other");
        }
        await later.EndAsync(PromiseEnd.Withdrawn);
        (await JoinAsync(made, later)).ShouldBeOfType<ActResult.Refused>().Field.ShouldBe("Other");
        (await JoinAsync(later, made)).ShouldBeOfType<ActResult.Refused>();

        (await made.EventsAsync()).ShouldBe(["promise.made"]);
    }

    /// <summary>One for Tuesday at five, and one of the same matter for Thursday at five.</summary>
    private static async Task<(Made First, Made Later)> TwoAsync(World world)
    {
        var made = await Made.InAsync(world);
        var thursday = new PromiseWhen.ByChoice(new Chosen.Part(new LocalDate(2027, 5, 6), Daypart.Afternoon));
        return (made, await Made.InAsync(world, make => make with { When = thursday }, made.Matter));
    }

    private static Task<ActResult> JoinAsync(Made made, Made other) =>
        made.ActAsync((id, seq, staff) => new PromiseAct.Join(id, seq, staff, other.Id));

    private static async Task RenewAsync(Made made, WishedBy by, int dayOfMay, Daypart part)
    {
        var chosen = new Chosen.Part(new LocalDate(2027, 5, dayOfMay), part);
        var reason = by == WishedBy.Us ? RenewReason.Busy : RenewReason.Asked;
        (
            await made.ActAsync((id, seq, staff) => new PromiseAct.Renew(id, seq, staff, chosen, by, reason))
        ).ShouldBeOfType<ActResult.Done>();
    }
}
