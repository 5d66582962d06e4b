using CsCheck;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;
using Terecht.Tests.Modules.Organisation.Calendars;

namespace Terecht.Tests.Modules.Promises.Norms;

/// <summary>Every rule against a second computation that walks minute by minute over drawn calendars, 2020 to 2040.</summary>
public sealed class DueMomentPropertyTests
{
    [Fact]
    public void The_next_working_day_is_the_first_later_date_with_an_open_minute() =>
        Gen.Select(CalendarGen.MinuteAndCalendar, Gen.Int[3, 24])
            .Sample(
                (drawn, hour) =>
                {
                    var date = WorkingDayAfter(drawn.Calendar, LocalDay(drawn.Minute), 1);
                    Due(new DueRule.NextWorkingDayBefore(new ClockTime(hour, 0)), drawn)
                        .ShouldBe(MinuteAt(date, hour * 60).ToInstant());
                },
                iter: 1_000
            );

    [Fact]
    public void Working_days_end_with_the_last_open_minute_of_the_last_one() =>
        Gen.Select(CalendarGen.MinuteAndCalendar, Gen.Int[1, 12])
            .Sample(
                (drawn, days) =>
                {
                    var date = WorkingDayAfter(drawn.Calendar, LocalDay(drawn.Minute), days);
                    var last = MinuteAt(date.AddDays(1), 0) - 1;
                    while (!drawn.Calendar.IsOpen(last))
                    {
                        last--;
                    }

                    Due(new DueRule.WithinWorkingDays(days), drawn).ShouldBe((last + 1).ToInstant());
                },
                iter: 500
            );

    [Fact]
    public void Opening_minutes_are_counted_one_by_one() =>
        Gen.Select(CalendarGen.MinuteAndCalendar, Gen.Int[1, 2_000])
            .Sample(
                (drawn, minutes) =>
                    Due(new DueRule.WithinOpeningMinutes(minutes), drawn)
                        .ShouldBe(drawn.Calendar.After(drawn.Minute, minutes).ToInstant()),
                iter: 500
            );

    [Fact]
    public void A_chosen_part_of_a_day_ends_after_its_last_open_minute() =>
        Gen.Select(CalendarGen.MinuteAndCalendar, Gen.Int[1, 9], Gen.Enum<Daypart>())
            .Sample(
                (drawn, daysAhead, part) =>
                {
                    var date = LocalDay(drawn.Minute).AddDays(daysAhead);
                    var (from, to) = part switch
                    {
                        Daypart.Morning => (0, 720),
                        Daypart.Afternoon => (720, 1020),
                        _ => (1020, 1440),
                    };
                    var first = MinuteAt(date, from);
                    var last = to == 1440 ? MinuteAt(date.AddDays(1), 0) - 1 : MinuteAt(date, to) - 1;
                    while (last >= first && !drawn.Calendar.IsOpen(last))
                    {
                        last--;
                    }

                    var answer = DueMoment.Of(
                        new DueRule.ChosenMoment(),
                        drawn.Minute.ToInstant(),
                        drawn.Calendar.ForTheProduct(),
                        StatutoryCalendar.Shipped,
                        new Chosen.Part(NodaTime.LocalDate.FromDateTime(date), part)
                    );
                    answer.ShouldBe(
                        last < first ? DueAnswer.ChosenIsClosed : new DueAnswer.Due((last + 1).ToInstant())
                    );
                },
                iter: 1_000
            );

    [Fact]
    public void Making_it_later_never_makes_it_due_earlier() =>
        Gen.Select(CalendarGen.MinuteAndCalendar, Gen.Int[1, 5_000], Gen.Int[0, 3])
            .Sample(
                (drawn, later, kind) =>
                {
                    DueRule rule = kind switch
                    {
                        0 => new DueRule.NextWorkingDayBefore(new ClockTime(17, 0)),
                        1 => new DueRule.WithinWorkingDays(2),
                        2 => new DueRule.WithinOpeningMinutes(240),
                        _ => new DueRule.StatutoryTerm(3, TermUnit.Days),
                    };
                    var first = Due(rule, drawn).ShouldNotBeNull();
                    Due(rule, (drawn.Minute + later, drawn.Calendar))
                        .ShouldNotBeNull()
                        .ShouldBeGreaterThanOrEqualTo(first);
                },
                iter: 1_000
            );

    private static NodaTime.Instant? Due(DueRule rule, (long Minute, NaiveCalendar Calendar) drawn) =>
        DueMoment.Of(rule, drawn.Minute.ToInstant(), drawn.Calendar.ForTheProduct(), StatutoryCalendar.Shipped).Moment;

    private static DateTime LocalDay(long minute) =>
        DateTime.UnixEpoch.AddMinutes(NaiveCalendar.LocalMinute(minute)).Date;

    private static DateTime WorkingDayAfter(NaiveCalendar calendar, DateTime date, int count)
    {
        while (count > 0)
        {
            date = date.AddDays(1);
            count -= calendar.IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    /// <summary>The UTC minute at which the clock shows a local minute outside the skipped and doubled hour.</summary>
    private static long MinuteAt(DateTime date, int minuteOfDay)
    {
        var local = (long)(date - DateTime.UnixEpoch).TotalMinutes + minuteOfDay;
        return NaiveCalendar.LocalMinute(local - 60) == local ? local - 60 : local - 120;
    }
}
