using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Events;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Steps;

public sealed class StepTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_holder_is_reminded_once_by_the_program_itself()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        await app.InDbAsync(db =>
            db.Set<NormVersion>().ExecuteUpdateAsync(set => set.SetProperty(n => n.Steps, Reminding.Three), Ct)
        );
        var made = await Made.InAsync(world);
        await made.ActAsync((id, seq, staff) => new PromiseAct.Take(id, seq, staff));

        app.Clock.Set(2027, 5, 4, 13, 0);
        await Eventually.ThatAsync("somebody is reminded", () => app.InDbAsync(db => db.Set<Reminder>().AnyAsync(Ct)));

        var reminder = await app.InDbAsync(db => db.Set<Reminder>().SingleAsync(Ct));
        reminder.StaffIds.ShouldBe([world.Specialist.StaffId]);
        reminder.DeliveredAt.ShouldBe(app.Clock.Now());
        (await made.RowAsync()).NextStep.ShouldBe<short?>(1);
    }

    [Fact]
    public async Task Holder_then_lead_then_Regie_each_at_its_second()
    {
        await using var r = await Reminding.StartAsync();
        await r.HeldAsync();

        r.At(4, 12, 59, 59);
        await r.RoundAsync();
        (await r.HeardAsync()).ShouldBeEmpty();
        r.At(4, 13);
        await r.RoundAsync();
        (await r.HeardAsync()).ShouldBe(["0 holder Fatma"]);
        r.At(4, 15);
        await r.RoundAsync();
        r.At(4, 16);
        await r.RoundAsync();

        (await r.HeardAsync()).ShouldBe(["0 holder Fatma", "1 lead Tom", "2 regie Robert"]);
        (await r.CountAsync(PromiseReminded.Type)).ShouldBe(3);
        (await r.CountAsync(PromiseProgressDue.Type)).ShouldBe(0);
        (await r.RemindersAsync()).Select(x => x.ProposesProgress).ShouldBe([false, false, true]);
    }

    [Fact]
    public async Task The_event_names_the_receivers_and_is_no_act_on_the_promise()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        var seq = (await made.RowAsync()).Seq;
        r.At(4, 13);
        await r.RoundAsync();

        var row = await r.App.InDbAsync(db => db.Set<EventRow>().SingleAsync(e => e.Type == PromiseReminded.Type, Ct));
        row.Seq.ShouldBeNull();
        row.ActorKind.ShouldBe("system");
        var happened = row.Read<PromiseReminded>();
        happened.StaffIds.ShouldBe([r.World.Specialist.StaffId]);
        happened.Topics.ShouldContain($"staff:{r.World.Specialist.StaffId}");
        happened.Topics.ShouldContain($"team:{r.World.Taxes}");
        (await made.RowAsync()).Seq.ShouldBe(seq);
    }

    [Fact]
    public async Task Of_nobody_the_people_of_the_team_hear_it_who_are_in()
    {
        await using var r = await Reminding.StartAsync();
        await r.PromiseAsync();
        await r.AwayAsync(r.World.Colleague);
        r.At(4, 13);
        await r.RoundAsync();

        (await r.HeardAsync()).ShouldBe(["0 team Fatma"]);
    }

    [Fact]
    public async Task Of_somebody_absent_the_people_of_the_team_hear_it()
    {
        await using var r = await Reminding.StartAsync();
        await r.HeldAsync();
        await r.AwayAsync(r.World.Specialist, from: 4, until: 5);
        r.At(4, 13);
        await r.RoundAsync();

        (await r.HeardAsync()).ShouldBe(["0 team Ruben"]);
    }

    [Fact]
    public async Task A_team_of_sick_people_goes_on_to_the_lead()
    {
        await using var r = await Reminding.StartAsync();
        await r.HeldAsync();
        await r.AwayAsync(r.World.Specialist);
        await r.AwayAsync(r.World.Colleague);
        r.At(4, 13);
        await r.RoundAsync();

        (await r.HeardAsync()).ShouldBe(["0 lead Tom"]);
    }

    [Fact]
    public async Task The_deputy_hears_it_for_a_lead_who_is_away()
    {
        await using var r = await Reminding.StartAsync();
        await r.HeldAsync();
        await r.AwayAsync(r.Lead);
        await r.DeputyAsync(r.World.Colleague);
        r.At(4, 15);
        await r.RoundAsync();

        (await r.HeardAsync()).ShouldBe(["0 holder Fatma", "1 deputy Ruben"]);
    }

    [Fact]
    public async Task Without_a_deputy_a_lead_who_is_away_makes_it_Regies()
    {
        await using var r = await Reminding.StartAsync();
        await r.HeldAsync();
        await r.AwayAsync(r.Lead);
        r.At(4, 15);
        await r.RoundAsync();

        (await r.HeardAsync()).ShouldBe(["0 holder Fatma", "1 regie Robert"]);
    }

    [Fact]
    public async Task When_Regie_is_away_too_it_waits_for_them_in_their_list()
    {
        await using var r = await Reminding.StartAsync();
        await r.HeldAsync();
        foreach (var person in new[] { r.World.Specialist, r.World.Colleague, r.Lead, r.Regie })
        {
            await r.AwayAsync(person);
        }
        r.At(4, 13);
        await r.RoundAsync();

        (await r.HeardAsync()).ShouldBe(["0 regie Robert"]);
    }

    [Fact]
    public async Task Ended_nobody_hears_it_and_opened_again_only_what_was_not_heard_yet()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        r.At(4, 13);
        await r.RoundAsync();
        await made.ActAsync(
            (id, seq, staff) => new PromiseAct.End(id, seq, staff, PromiseEnd.Withdrawn, null, r.Clock.Now(), "")
        );
        (await made.RowAsync()).NextStepAt.ShouldBeNull();

        r.At(4, 15, 30);
        await r.RoundAsync();
        (await r.HeardAsync()).ShouldBe(["0 holder Fatma"]);

        await made.ActAsync((id, seq, staff) => new PromiseAct.Reopen(id, seq, staff, "asked"));
        await r.RoundAsync();
        (await r.HeardAsync()).ShouldBe(["0 holder Fatma", "1 lead Tom"]);
        r.At(4, 16);
        await r.RoundAsync();
        (await r.HeardAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Opened_again_after_the_last_step_that_was_heard_it_is_not_heard_twice()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        r.At(4, 16);
        await r.RoundAsync();
        await made.ActAsync(
            (id, seq, staff) => new PromiseAct.End(id, seq, staff, PromiseEnd.Withdrawn, null, r.Clock.Now(), "")
        );
        await made.ActAsync((id, seq, staff) => new PromiseAct.Reopen(id, seq, staff, "asked"));
        await r.RoundAsync();

        (await r.HeardAsync()).Count.ShouldBe(3);
        (await made.RowAsync()).NextStepAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_step_that_sends_calls_for_a_progress_message_once()
    {
        await using var r = await Reminding.StartAsync("""[{"minutes":60,"to":"regie","progress":"send"}]""");
        var made = await r.HeldAsync();
        r.At(4, 16);
        await r.RoundAsync();
        await r.RoundAsync();

        var row = await r.App.InDbAsync(db =>
            db.Set<EventRow>().SingleAsync(e => e.Type == PromiseProgressDue.Type, Ct)
        );
        var promise = await made.RowAsync();
        row.MatterId.ShouldBe(promise.MatterId);
        row.Read<PromiseProgressDue>().Due.ShouldBe(promise.Due!.Value);
        promise.Due.ShouldBe(promise.FirstDue);
        (await r.CountAsync(PromiseReminded.Type)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_was_told_the_moment_just_now_gets_no_progress_message_about_it()
    {
        await using var r = await Reminding.StartAsync("""[{"minutes":2000,"to":"holder","progress":"send"}]""");
        await r.HeldAsync();
        await r.RoundAsync();

        (await r.CountAsync(PromiseReminded.Type)).ShouldBe(1);
        (await r.CountAsync(PromiseProgressDue.Type)).ShouldBe(0);
    }

    [Fact]
    public async Task A_norm_without_steps_reminds_nobody()
    {
        await using var r = await Reminding.StartAsync("[]");
        var made = await r.HeldAsync();
        (await made.RowAsync()).NextStepAt.ShouldBeNull();
    }
}
