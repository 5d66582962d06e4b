using CsCheck;
using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;
using Terecht.Tests.Modules.Organisation.Calendars;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises.Norms;

public sealed class StatutoryTermTests
{
    [Fact]
    public void Six_weeks_end_on_the_same_weekday_with_the_midnight_that_closes_it() =>
        End("2027-03-01 10:00", 6, TermUnit.Weeks).ShouldBe(At("2027-04-13 00:00"));

    [Fact]
    public void A_term_that_ends_on_the_fifth_of_may_runs_past_ascension_and_the_decree_day() =>
        End("2027-03-24 10:00", 6, TermUnit.Weeks).ShouldBe(At("2027-05-11 00:00"));

    [Fact]
    public void Three_days_over_easter_hold_two_ordinary_days() =>
        End("2027-03-25 10:00", 3, TermUnit.Days).ShouldBe(At("2027-04-01 00:00"));

    [Fact]
    public void Two_days_over_easter_only_move_to_the_next_ordinary_day() =>
        End("2027-03-25 10:00", 2, TermUnit.Days).ShouldBe(At("2027-03-31 00:00"));

    [Fact]
    public void Ninety_days_are_extended_and_ninety_one_are_not()
    {
        // 2 January + 91 days is Saturday 3 April; 3 January + 90 days is the same day.
        End("2027-01-03 10:00", 90, TermUnit.Days).ShouldBe(At("2027-04-06 00:00"));
        End("2027-01-02 10:00", 91, TermUnit.Days).ShouldBe(At("2027-04-04 00:00"));
    }

    [Fact]
    public void Twelve_weeks_are_extended_and_thirteen_are_not()
    {
        // Both end on Saturday 3 April.
        End("2027-01-09 10:00", 12, TermUnit.Weeks).ShouldBe(At("2027-04-06 00:00"));
        End("2027-01-02 10:00", 13, TermUnit.Weeks).ShouldBe(At("2027-04-04 00:00"));
    }

    [Fact]
    public void Without_a_decree_the_day_after_ascension_is_an_ordinary_day() =>
        End("2029-05-04 10:00", 1, TermUnit.Weeks).ShouldBe(At("2029-05-12 00:00"));

    [Fact]
    public void Any_term_equals_a_second_computation() =>
        Gen.Select(CalendarGen.Minute, Gen.Int[1, 95], Gen.Bool)
            .Sample(
                (minute, count, weeks) =>
                {
                    var unit = weeks ? TermUnit.Weeks : TermUnit.Days;
                    var number = weeks ? ((count - 1) % 14) + 1 : count;
                    var last = SecondComputation(
                        DateTime.UnixEpoch.AddMinutes(NaiveCalendar.LocalMinute(minute)).Date,
                        number,
                        weeks
                    );
                    DueMoment
                        .Of(
                            new DueRule.StatutoryTerm(number, unit),
                            minute.ToInstant(),
                            null,
                            StatutoryCalendar.Shipped
                        )
                        .Moment.ShouldBe(At($"{last.AddDays(1):yyyy-MM-dd} 00:00"));
                },
                iter: 5_000
            );

    /// <summary>Of all days from the plain end on, the first ordinary one by which two ordinary days have passed.</summary>
    private static DateTime SecondComputation(DateTime made, int count, bool weeks)
    {
        var days = weeks ? count * 7 : count;
        var plain = made.AddDays(days);
        if (weeks ? count > 12 : count > 90)
        {
            return plain;
        }

        var needed = days >= 3 ? 2 : 1;
        return Enumerable
            .Range(0, 30)
            .Select(more => plain.AddDays(more))
            .First(end =>
                IsOrdinary(end)
                && (
                    days < 3
                    || Enumerable.Range(1, (end - made).Days).Count(day => IsOrdinary(made.AddDays(day))) >= needed
                )
            );
    }

    private static bool IsOrdinary(DateTime day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !StatutoryCalendar.Shipped.Days(day.Year).Any(d => d.Date == LocalDate.FromDateTime(day));

    private static Instant? End(string made, int count, TermUnit unit) =>
        DueMoment.Of(new DueRule.StatutoryTerm(count, unit), At(made), null, StatutoryCalendar.Shipped).Moment;
}
