using CsCheck;
using NodaTime;

namespace Terecht.Tests.Modules.Organisation.Calendars;

public sealed class WorkingTimePropertyTests
{
    [Fact]
    public void Working_time_equals_a_walk_minute_by_minute() =>
        Gen.Select(CalendarGen.MinuteAndCalendar, Gen.Int[0, 6 * 1440])
            .Sample(
                (drawn, length) =>
                    drawn
                        .Calendar.ForTheProduct()
                        .WorkingTime(drawn.Minute.ToInstant(), (drawn.Minute + length).ToInstant())
                        .ShouldBe(
                            Duration.FromMinutes(drawn.Calendar.OpenMinutes(drawn.Minute, drawn.Minute + length))
                        ),
                iter: 2_000
            );

    [Fact]
    public void Open_now_is_what_the_clock_on_the_wall_says() =>
        CalendarGen.MinuteAndCalendar.Sample(
            drawn =>
                drawn
                    .Calendar.ForTheProduct()
                    .IsOpenAt(drawn.Minute.ToInstant())
                    .ShouldBe(drawn.Calendar.IsOpen(drawn.Minute)),
            iter: 5_000
        );

    [Fact]
    public void Adding_working_time_equals_the_walk_forward() =>
        Gen.Select(CalendarGen.MinuteAndCalendar, Gen.Int[1, 1_000])
            .Sample(
                (drawn, minutes) =>
                    drawn
                        .Calendar.ForTheProduct()
                        .AddWorkingTime(drawn.Minute.ToInstant(), Duration.FromMinutes(minutes))
                        .ShouldBe(drawn.Calendar.After(drawn.Minute, minutes).ToInstant()),
                iter: 1_000
            );

    [Fact]
    public void Subtracting_working_time_equals_the_walk_back() =>
        Gen.Select(CalendarGen.MinuteAndCalendar, Gen.Int[1, 1_000])
            .Sample(
                (drawn, minutes) =>
                    drawn
                        .Calendar.ForTheProduct()
                        .SubtractWorkingTime(drawn.Minute.ToInstant(), Duration.FromMinutes(minutes))
                        .ShouldBe(drawn.Calendar.Before(drawn.Minute, minutes).ToInstant()),
                iter: 1_000
            );

    [Fact]
    public void The_next_opening_is_the_first_open_minute() =>
        CalendarGen.MinuteAndCalendar.Sample(
            drawn =>
                drawn
                    .Calendar.ForTheProduct()
                    .NextOpening(drawn.Minute.ToInstant())
                    .ShouldBe((drawn.Calendar.After(drawn.Minute, 1) - 1).ToInstant()),
            iter: 1_000
        );

    [Fact]
    public void Working_time_adds_up_to_the_second_wherever_it_is_cut() =>
        Gen.Select(CalendarGen.MinuteAndCalendar, Gen.Int[0, 800_000], Gen.Int[0, 800_000])
            .Sample(
                (drawn, first, second) =>
                {
                    var calendar = drawn.Calendar.ForTheProduct();
                    var from = drawn.Minute.ToInstant() + Duration.FromSeconds(17);
                    var cut = from + Duration.FromSeconds(first);
                    var to = cut + Duration.FromSeconds(second);
                    (calendar.WorkingTime(from, cut) + calendar.WorkingTime(cut, to)).ShouldBe(
                        calendar.WorkingTime(from, to)
                    );
                },
                iter: 2_000
            );

    [Fact]
    public void Adding_and_then_measuring_gives_the_same_time_back() =>
        Gen.Select(CalendarGen.MinuteAndCalendar, Gen.Int[1, 400_000])
            .Sample(
                (drawn, seconds) =>
                {
                    var calendar = drawn.Calendar.ForTheProduct();
                    var from = drawn.Minute.ToInstant() + Duration.FromSeconds(41);
                    var time = Duration.FromSeconds(seconds);
                    var later = calendar.AddWorkingTime(from, time).ShouldNotBeNull();
                    calendar.WorkingTime(from, later).ShouldBe(time);
                    var earlier = calendar.SubtractWorkingTime(from, time).ShouldNotBeNull();
                    calendar.WorkingTime(earlier, from).ShouldBe(time);
                },
                iter: 1_000
            );

    [Fact]
    public void A_working_day_has_an_open_minute() =>
        CalendarGen.MinuteAndCalendar.Sample(
            drawn =>
            {
                var date = DateTime.UnixEpoch.AddMinutes(drawn.Minute).Date;
                drawn
                    .Calendar.ForTheProduct()
                    .IsWorkingDay(LocalDate.FromDateTime(date))
                    .ShouldBe(drawn.Calendar.IsWorkingDay(date));
            },
            iter: 2_000
        );
}
