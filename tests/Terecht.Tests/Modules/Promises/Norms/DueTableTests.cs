using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises.Norms;

/// <summary>The table of the rules, row by row, and the edges beside it.</summary>
public sealed class DueTableTests
{
    private static readonly DueRule NextWorkingDay = new DueRule.NextWorkingDayBefore(new ClockTime(17, 0));

    [Fact]
    public void Made_on_friday_five_to_five_is_due_on_monday() =>
        Due(NextWorkingDay, "2027-04-30 16:55", Office()).ShouldBe(At("2027-05-03 17:00"));

    [Fact]
    public void Made_before_whit_monday_is_due_on_tuesday() =>
        Due(NextWorkingDay, "2027-05-14 16:55", Office("2027-05-17")).ShouldBe(At("2027-05-18 17:00"));

    [Fact]
    public void Made_before_three_closed_days_is_due_after_the_weekend() =>
        Due(NextWorkingDay, "2027-05-04 15:00", Office("2027-05-05", "2027-05-06", "2027-05-07"))
            .ShouldBe(At("2027-05-10 17:00"));

    [Fact]
    public void Made_before_two_closed_days_is_due_on_the_bridge_day_that_is_open() =>
        Due(NextWorkingDay, "2027-05-04 15:00", Office("2027-05-05", "2027-05-06")).ShouldBe(At("2027-05-07 17:00"));

    [Fact]
    public void The_fifth_of_may_is_a_working_day_where_the_calendar_does_not_close() =>
        Due(NextWorkingDay, "2027-05-04 15:00", Office("2027-05-06")).ShouldBe(At("2027-05-05 17:00"));

    [Fact]
    public void Two_working_days_over_the_clock_change_and_easter_end_at_closing_time() =>
        Due(new DueRule.WithinWorkingDays(2), "2027-03-27 23:30", Office("2027-03-29"))
            .ShouldBe(At("2027-03-31 17:00"));

    [Fact]
    public void The_day_of_making_never_counts_not_even_its_first_second() =>
        Due(NextWorkingDay, "2027-05-03 00:00", Office()).ShouldBe(At("2027-05-04 17:00"));

    [Fact]
    public void The_last_second_of_a_local_day_still_is_that_day()
    {
        Due(NextWorkingDay, "2027-05-03 23:59:59", Office()).ShouldBe(At("2027-05-04 17:00"));
        Due(NextWorkingDay, "2027-05-04 00:00:00", Office()).ShouldBe(At("2027-05-05 17:00"));
    }

    [Fact]
    public void Next_working_day_keeps_its_time_when_the_day_closes_earlier() =>
        Due(NextWorkingDay, "2027-05-03 12:00", EveryDay("09:00-12:30")).ShouldBe(At("2027-05-04 17:00"));

    [Fact]
    public void Working_days_end_at_the_last_closing_of_a_day_with_an_evening() =>
        Due(new DueRule.WithinWorkingDays(1), "2027-05-03 12:00", EveryDay("09:00-12:30", "18:00-20:30"))
            .ShouldBe(At("2027-05-04 20:30"));

    [Fact]
    public void A_day_that_is_half_closed_is_a_working_day_and_ends_earlier() =>
        Due(
                new DueRule.WithinWorkingDays(1),
                "2027-05-06 12:00",
                Of(
                    Week([IsoDayOfWeek.Friday], "09:00-17:00"),
                    new Closure(Day("2027-05-07"), Block("12:00-24:00"), "vrije middag")
                )
            )
            .ShouldBe(At("2027-05-07 12:00"));

    [Fact]
    public void Opening_minutes_that_run_out_at_closing_time_end_there() =>
        Due(new DueRule.WithinOpeningMinutes(60), "2027-04-30 16:00", Office()).ShouldBe(At("2027-04-30 17:00"));

    [Fact]
    public void Opening_minutes_made_outside_opening_hours_begin_at_the_opening() =>
        Due(new DueRule.WithinOpeningMinutes(60), "2027-04-30 17:00", Office()).ShouldBe(At("2027-05-03 09:00"));

    [Fact]
    public void Hours_are_real_hours_across_the_clock_change()
    {
        Due(new DueRule.WithinHours(24), "2027-03-27 12:00", null).ShouldBe(At("2027-03-28 13:00"));
        Due(new DueRule.WithinHours(24), "2027-10-30 12:00", null).ShouldBe(At("2027-10-31 11:00"));
    }

    [Fact]
    public void The_moment_of_making_is_cut_to_the_whole_second() =>
        DueMoment
            .Of(
                new DueRule.WithinHours(1),
                At("2027-05-03 12:00:05") + Duration.FromMilliseconds(999),
                null,
                StatutoryCalendar.Shipped
            )
            .Moment.ShouldBe(At("2027-05-03 13:00:05"));

    [Fact]
    public void A_moment_the_citizen_chose_is_that_moment() =>
        Chose(new Chosen.At(At("2027-05-04 10:15")), Office()).ShouldBe(new DueAnswer.Due(At("2027-05-04 10:15")));

    [Fact]
    public void A_chosen_morning_ends_at_noon_when_it_is_still_open_then() =>
        Chose(new Chosen.Part(Day("2027-05-04"), Daypart.Morning), Office())
            .ShouldBe(new DueAnswer.Due(At("2027-05-04 12:00")));

    [Fact]
    public void A_chosen_morning_ends_at_the_last_closing_inside_it() =>
        Chose(
                new Chosen.Part(Day("2027-05-04"), Daypart.Morning),
                EveryDay("08:00-09:00", "10:00-11:30", "13:00-17:00")
            )
            .ShouldBe(new DueAnswer.Due(At("2027-05-04 11:30")));

    [Fact]
    public void A_chosen_evening_may_last_until_midnight() =>
        Chose(new Chosen.Part(Day("2027-05-04"), Daypart.Evening), RoundTheClock)
            .ShouldBe(new DueAnswer.Due(At("2027-05-05 00:00")));

    [Fact]
    public void A_part_of_the_day_that_is_closed_cannot_be_chosen()
    {
        Chose(new Chosen.Part(Day("2027-05-04"), Daypart.Evening), Office()).ShouldBe(DueAnswer.ChosenIsClosed);
        Chose(new Chosen.Part(Day("2027-05-08"), Daypart.Morning), Office()).ShouldBe(DueAnswer.ChosenIsClosed);
    }

    [Fact]
    public void What_has_passed_cannot_be_chosen()
    {
        Chose(new Chosen.At(At("2027-05-03 12:00")), Office()).ShouldBe(DueAnswer.ChosenIsPast);
        Chose(new Chosen.Part(Day("2027-05-03"), Daypart.Morning), Office()).ShouldBe(DueAnswer.ChosenIsPast);
    }

    [Fact]
    public void A_moment_before_which_nobody_is_there_cannot_be_chosen() =>
        DueMoment
            .Of(
                new DueRule.ChosenMoment(),
                At("2027-04-30 18:00"),
                Office(),
                StatutoryCalendar.Shipped,
                new Chosen.At(At("2027-05-02 12:00"))
            )
            .ShouldBe(DueAnswer.ChosenIsClosed);

    [Fact]
    public void Without_a_choice_there_is_no_moment() => Chose(null, Office()).ShouldBe(DueAnswer.NothingChosen);

    [Fact]
    public void A_calendar_that_never_opens_gives_no_moment_and_says_so()
    {
        foreach (
            var rule in new[] { NextWorkingDay, new DueRule.WithinWorkingDays(1), new DueRule.WithinOpeningMinutes(1) }
        )
        {
            DueMoment
                .Of(rule, At("2027-05-03 12:00"), NeverOpen, StatutoryCalendar.Shipped)
                .ShouldBe(DueAnswer.NeverOpen);
        }
    }

    [Fact]
    public void A_rule_that_needs_a_calendar_says_so_without_one() =>
        DueMoment
            .Of(NextWorkingDay, At("2027-05-03 12:00"), null, StatutoryCalendar.Shipped)
            .ShouldBe(DueAnswer.NoCalendar);

    private static Instant? Due(DueRule rule, string made, ServiceCalendar? calendar) =>
        DueMoment.Of(rule, At(made), calendar, StatutoryCalendar.Shipped).Moment;

    private static DueAnswer Chose(Chosen? chosen, ServiceCalendar calendar) =>
        DueMoment.Of(new DueRule.ChosenMoment(), At("2027-05-03 12:00"), calendar, StatutoryCalendar.Shipped, chosen);
}
