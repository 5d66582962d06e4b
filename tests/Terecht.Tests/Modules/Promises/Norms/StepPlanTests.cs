using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises.Norms;

public sealed class StepPlanTests
{
    private static readonly NormStep Holder = new(Duration.FromHours(4), StepReceiver.Holder);
    private static readonly NormStep Lead = new(Duration.FromHours(2), StepReceiver.Lead);
    private static readonly NormStep Regie = new(Duration.FromHours(1), StepReceiver.Regie, ProposesProgress: true);

    [Fact]
    public void Steps_are_counted_back_in_working_time_over_a_weekend() =>
        Plan("2027-05-03 09:00", "2027-04-28 12:00")
            .ShouldBe([
                new PlannedStep(Holder, At("2027-04-30 14:00")),
                new PlannedStep(Lead, At("2027-04-30 16:00")),
                new PlannedStep(Regie, At("2027-05-03 08:00")),
            ]);

    [Fact]
    public void Steps_passed_at_the_making_become_one_at_once() =>
        Plan("2027-05-03 17:00", "2027-05-03 15:30")
            .ShouldBe([new PlannedStep(Lead, At("2027-05-03 15:30")), new PlannedStep(Regie, At("2027-05-03 16:00"))]);

    [Fact]
    public void When_all_have_passed_only_the_last_is_left() =>
        Plan("2027-05-03 17:00", "2027-05-03 16:30").ShouldBe([new PlannedStep(Regie, At("2027-05-03 16:30"))]);

    [Fact]
    public void A_step_in_the_very_second_of_making_is_taken_at_once() =>
        Plan("2027-05-03 17:00", "2027-05-03 13:00")[0].ShouldBe(new PlannedStep(Holder, At("2027-05-03 13:00")));

    [Fact]
    public void The_order_in_the_norm_makes_no_difference() =>
        StepPlan
            .Of([Regie, Holder, Lead], At("2027-05-03 17:00"), At("2027-05-01 12:00"), Office())
            .Select(step => step.Step)
            .ShouldBe([Holder, Lead, Regie]);

    [Fact]
    public void Without_steps_nobody_is_told() =>
        StepPlan.Of([], At("2027-05-03 17:00"), At("2027-05-01 12:00"), Office()).ShouldBeEmpty();

    [Fact]
    public void Where_it_is_never_open_only_the_last_step_is_left_at_once() =>
        StepPlan
            .Of([Holder, Lead, Regie], At("2027-05-03 17:00"), At("2027-05-01 12:00"), NeverOpen)
            .ShouldBe([new PlannedStep(Regie, At("2027-05-01 12:00"))]);

    private static IReadOnlyList<PlannedStep> Plan(string due, string since) =>
        StepPlan.Of([Holder, Lead, Regie], At(due), At(since), Office());
}
