using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Organisation.Calendars;

public sealed class ServiceCalendarTests
{
    [Fact]
    public void Open_at_the_opening_second_and_closed_at_the_closing_second()
    {
        var office = Office();
        office.IsOpenAt(At("2027-05-03 07:59:59")).ShouldBeFalse();
        office.IsOpenAt(At("2027-05-03 08:00:00")).ShouldBeTrue();
        office.IsOpenAt(At("2027-05-03 16:59:59")).ShouldBeTrue();
        office.IsOpenAt(At("2027-05-03 17:00:00")).ShouldBeFalse();
    }

    [Fact]
    public void A_lunch_break_is_no_working_time()
    {
        var calendar = EveryDay("08:30-12:30", "13:00-17:00");
        calendar.IsOpenAt(At("2027-05-03 12:30")).ShouldBeFalse();
        calendar.WorkingTime(At("2027-05-03 12:00"), At("2027-05-03 13:15")).ShouldBe(Duration.FromMinutes(45));
    }

    [Fact]
    public void Blocks_that_touch_are_one_and_nothing_closes_between_them()
    {
        var calendar = EveryDay("09:00-12:00", "12:00-13:15");
        calendar.OpenBlocks(Day("2027-05-03")).ShouldBe([Block("09:00-13:15")]);
        calendar.IsOpenAt(At("2027-05-03 12:00")).ShouldBeTrue();
    }

    [Fact]
    public void Twenty_four_hundred_is_the_midnight_that_ends_the_day()
    {
        var calendar = EveryDay("22:00-24:00");
        calendar.LastClosing(Day("2027-05-03")).ShouldBe(At("2027-05-04 00:00"));
        calendar.IsOpenAt(At("2027-05-03 23:59:59")).ShouldBeTrue();
        calendar.IsOpenAt(At("2027-05-04 00:00:00")).ShouldBeFalse();
    }

    [Fact]
    public void A_whole_day_closure_leaves_no_working_day()
    {
        var office = Office("2027-05-17");
        office.IsWorkingDay(Day("2027-05-17")).ShouldBeFalse();
        office.LastClosing(Day("2027-05-17")).ShouldBeNull();
        office.ClosureName(Day("2027-05-17")).ShouldBe("dicht");
        office.IsWorkingDay(Day("2027-05-18")).ShouldBeTrue();
        office.ClosureName(Day("2027-05-18")).ShouldBeNull();
    }

    [Fact]
    public void A_closed_afternoon_leaves_a_working_day_that_closes_at_noon()
    {
        var calendar = Of(
            Week([IsoDayOfWeek.Friday], "09:00-17:00"),
            new Closure(Day("2027-05-07"), Block("12:00-24:00"), "dag na Hemelvaartsdag")
        );
        calendar.IsWorkingDay(Day("2027-05-07")).ShouldBeTrue();
        calendar.LastClosing(Day("2027-05-07")).ShouldBe(At("2027-05-07 12:00"));
    }

    [Fact]
    public void A_closure_in_the_middle_makes_two_blocks()
    {
        var calendar = Of(
            Week([IsoDayOfWeek.Monday], "09:00-17:00"),
            new Closure(Day("2027-05-03"), Block("11:00-12:00"), "brandoefening")
        );
        calendar.OpenBlocks(Day("2027-05-03")).ShouldBe([Block("09:00-11:00"), Block("12:00-17:00")]);
    }

    [Fact]
    public void Closures_on_one_day_add_up()
    {
        var calendar = Of(
            Week([IsoDayOfWeek.Monday], "09:00-12:00", "13:00-17:00"),
            new Closure(Day("2027-05-03"), Block("00:00-10:00"), "storing"),
            new Closure(Day("2027-05-03"), Block("09:30-13:30"), "vergadering")
        );
        calendar.OpenBlocks(Day("2027-05-03")).ShouldBe([Block("13:30-17:00")]);
    }

    [Fact]
    public void Summer_hours_take_the_place_of_the_week_on_their_own_dates()
    {
        var calendar = new ServiceCalendar
        {
            Id = Guid.Empty,
            Version = 2,
            Code = "balie",
            Name = "Balie",
            Hours =
            [
                OpeningHours.Daily(new ClockTime(9, 0), new ClockTime(17, 0), IsoDayOfWeek.Monday),
                new OpeningHours(
                    new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenBlock>>
                    {
                        [IsoDayOfWeek.Monday] = [Block("09:00-12:00")],
                    },
                    Day("2027-07-12"),
                    Day("2027-07-26")
                ),
            ],
        };
        calendar.LastClosing(Day("2027-07-05")).ShouldBe(At("2027-07-05 17:00"));
        calendar.LastClosing(Day("2027-07-12")).ShouldBe(At("2027-07-12 12:00"));
        calendar.LastClosing(Day("2027-07-26")).ShouldBe(At("2027-07-26 12:00"));
        calendar.LastClosing(Day("2027-08-02")).ShouldBe(At("2027-08-02 17:00"));
    }

    [Fact]
    public void Outside_its_validity_a_calendar_is_closed()
    {
        var calendar = Of(
            new OpeningHours(
                new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenBlock>> { [IsoDayOfWeek.Monday] = [OpenBlock.WholeDay] },
                Day("2027-05-03"),
                Day("2027-05-10")
            )
        );
        calendar.IsWorkingDay(Day("2027-04-26")).ShouldBeFalse();
        calendar.IsWorkingDay(Day("2027-05-03")).ShouldBeTrue();
        calendar.IsWorkingDay(Day("2027-05-10")).ShouldBeTrue();
        calendar.IsWorkingDay(Day("2027-05-17")).ShouldBeFalse();
    }

    [Fact]
    public void The_next_opening_is_now_when_it_is_open_now()
    {
        var office = Office("2027-05-17");
        office.NextOpening(At("2027-05-14 16:59:59")).ShouldBe(At("2027-05-14 16:59:59"));
        office.NextOpening(At("2027-05-14 17:00")).ShouldBe(At("2027-05-18 08:00"));
    }

    [Fact]
    public void A_calendar_without_hours_never_opens()
    {
        NeverOpen.NextOpening(At("2027-05-14 12:00")).ShouldBeNull();
        NeverOpen.NextWorkingDay(Day("2027-05-14")).ShouldBeNull();
        NeverOpen.AddWorkingTime(At("2027-05-14 12:00"), Duration.FromMinutes(1)).ShouldBeNull();
        NeverOpen.SubtractWorkingTime(At("2027-05-14 12:00"), Duration.FromMinutes(1)).ShouldBeNull();
    }

    [Fact]
    public void Minutes_that_run_out_at_closing_time_end_there()
    {
        var office = Office();
        office.AddWorkingTime(At("2027-04-30 16:00"), Duration.FromHours(1)).ShouldBe(At("2027-04-30 17:00"));
        office.AddWorkingTime(At("2027-04-30 16:00:01"), Duration.FromHours(1)).ShouldBe(At("2027-05-03 08:00:01"));
    }

    [Fact]
    public void Hours_counted_back_that_run_out_at_opening_time_begin_there()
    {
        var office = Office();
        office.SubtractWorkingTime(At("2027-05-03 17:00"), Duration.FromHours(9)).ShouldBe(At("2027-05-03 08:00"));
        office.SubtractWorkingTime(At("2027-05-03 17:00"), Duration.FromHours(10)).ShouldBe(At("2027-04-30 16:00"));
    }

    [Fact]
    public void No_time_added_or_taken_stays_where_it_is()
    {
        var sunday = At("2027-05-02 12:00");
        Office().AddWorkingTime(sunday, Duration.Zero).ShouldBe(sunday);
        Office().SubtractWorkingTime(sunday, Duration.Zero).ShouldBe(sunday);
    }

    [Fact]
    public void Working_time_backwards_is_none() =>
        Office().WorkingTime(At("2027-05-03 12:00"), At("2027-05-03 09:00")).ShouldBe(Duration.Zero);

    [Fact]
    public void Working_days_between_two_dates_leave_out_both_and_the_closed_ones() =>
        Office("2027-05-05", "2027-05-06").WorkingDaysBetween(Day("2027-05-03"), Day("2027-05-11")).ShouldBe(3);
}
