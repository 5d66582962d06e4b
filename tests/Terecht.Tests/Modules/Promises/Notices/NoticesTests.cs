using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;
using Terecht.Tests.Modules.Promises.Steps;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Notices;

/// <summary>Who holds or leads a promise hears what others did with it; who did it does not.</summary>
public sealed class NoticesTests
{
    [Fact]
    public async Task A_repeat_call_is_heard_by_holder_and_lead()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();

        await RepeatAsync(made, r);

        (await HeardAsync(r)).ShouldBe(["repeat Fatma Tom"]);
        (await r.CountAsync(PromiseNoticed.Type)).ShouldBe(1);
    }

    [Fact]
    public async Task Held_by_nobody_the_whole_team_hears_a_repeat_call()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.PromiseAsync();

        await RepeatAsync(made, r);

        (await HeardAsync(r)).ShouldBe(["repeat Fatma Ruben Tom"]);
    }

    [Fact]
    public async Task Without_anybody_in_Regie_hears_a_repeat_call()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        foreach (var person in new[] { r.World.Specialist, r.World.Colleague, r.Lead })
        {
            await r.AwayAsync(person);
        }

        await RepeatAsync(made, r);

        (await HeardAsync(r)).ShouldBe(["repeat Robert"]);
    }

    [Fact]
    public async Task Who_gets_it_from_a_colleague_hears_that_and_who_takes_it_does_not()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        (await HeardAsync(r)).ShouldBeEmpty();

        await made.ByAsync(
            r.Lead,
            (id, seq, staff) => new PromiseAct.Assign(id, seq, staff, r.World.Colleague.StaffId)
        );

        (await HeardAsync(r)).ShouldBe(["given Ruben"]);
    }

    [Fact]
    public async Task Who_holds_it_hears_that_somebody_else_ended_it()
    {
        await using var r = await Reminding.StartAsync();
        var byHolder = await r.HeldAsync();
        await byHolder.EndAsync(PromiseEnd.Withdrawn);
        (await HeardAsync(r)).ShouldBeEmpty();

        var byOther = await r.HeldAsync();
        await byOther.ByAsync(
            r.World.Colleague,
            (id, seq, staff) => new PromiseAct.End(id, seq, staff, PromiseEnd.Reached, null, r.Clock.Now(), "")
        );

        (await HeardAsync(r)).ShouldBe(["ended Fatma"]);
    }

    [Fact]
    public async Task One_answer_ends_both_and_the_holder_of_the_other_hears_it()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.PromiseAsync();
        r.At(3, 11);
        var same = await Made.InAsync(r.World, about: made.Matter);
        await same.ActAsync((id, seq, staff) => new PromiseAct.Take(id, seq, staff));

        var joined = await same.ByAsync(
            r.World.Colleague,
            (id, seq, staff) => new PromiseAct.Join(id, seq, staff, made.Id)
        );

        joined.ShouldBeOfType<ActResult.Done>();
        (await HeardAsync(r)).ShouldBe(["ended Fatma"]);
    }

    [Fact]
    public async Task Regie_asks_the_lead_else_the_deputy_and_hears_when_there_is_neither()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        var before = await made.RowAsync();

        (await AskAsync(made, r)).ShouldBeOfType<ActResult.Done>();
        (await HeardAsync(r)).ShouldBe(["asked Tom"]);

        await r.AwayAsync(r.Lead);
        (await AskAsync(made, r))
            .ShouldBeOfType<ActResult.Refused>()
            .Sentence.ShouldBe("Dit team heeft nu geen teamleider of vervanger die er is.");

        await r.DeputyAsync(r.World.Colleague);
        await AskAsync(made, r);
        (await HeardAsync(r)).ShouldBe(["asked Ruben", "asked Tom"]);
        var after = await made.RowAsync();
        (after.Seq, after.Due, after.HolderId).ShouldBe((before.Seq, before.Due, before.HolderId));
    }

    [Fact]
    public async Task An_ended_promise_asks_nothing_of_a_lead()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        await made.EndAsync(PromiseEnd.Withdrawn);

        (await AskAsync(made, r)).ShouldBeOfType<ActResult.Refused>();
    }

    [Fact]
    public async Task What_others_did_makes_nobodys_form_stale()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        var seen = (await made.RowAsync()).Seq;
        await RepeatAsync(made, r);
        await AskAsync(made, r);

        var back = await made.ActAsync((id, _, staff) => new PromiseAct.GiveBack(id, seen, staff));

        back.ShouldBeOfType<ActResult.Done>();
    }

    [Fact]
    public async Task A_step_before_the_moment_is_heard_all_the_same()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        await RepeatAsync(made, r);
        r.At(4, 13);
        await r.RoundAsync();

        (await HeardAsync(r)).ShouldBe(["moment Fatma", "repeat Fatma Tom"]);
    }

    [Fact]
    public async Task Taking_over_that_is_undone_goes_back_to_who_had_it()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        await made.TakeAsync(r.World.Colleague);
        (await made.RowAsync()).HolderId.ShouldBe(r.World.Colleague.StaffId);

        (await made.UndoAsync(r.World.Colleague)).ShouldBeOfType<ActResult.Done>();

        (await made.RowAsync()).HolderId.ShouldBe(r.World.Specialist.StaffId);
    }

    private static Task<ActResult> RepeatAsync(Made made, Reminding r) =>
        made.ByAsync(r.World.Agent, (id, seq, staff) => new PromiseAct.Repeat(id, seq, staff, r.Clock.NewId()));

    private static Task<ActResult> AskAsync(Made made, Reminding r) =>
        made.ByAsync(r.World.Coordinator, (id, seq, staff) => new PromiseAct.AskLead(id, seq, staff));

    /// <summary>What about, and who heard it, "repeat Fatma Tom", in alphabetical order.</summary>
    private static async Task<List<string>> HeardAsync(Reminding r)
    {
        var town = await r.TownAsync();
        return
        [
            .. (await r.RemindersAsync())
                .Select(x =>
                    $"{x.About} {string.Join(' ', x.StaffIds.Select(id => town.FindStaff(id)!.Short).Order())}"
                )
                .Order(),
        ];
    }
}
