using NodaTime;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Organisation.Calendars;

public sealed class ClockChangeTests
{
    public static TheoryData<int> Years() => new(Enumerable.Range(2020, 21));

    [Theory]
    [MemberData(nameof(Years))]
    public void A_round_the_clock_day_has_23_hours_in_spring_and_25_in_autumn(int year)
    {
        Open(LastSunday(year, 3)).ShouldBe(Duration.FromHours(23));
        Open(LastSunday(year, 3).PlusDays(-1)).ShouldBe(Duration.FromHours(24));
        Open(LastSunday(year, 10)).ShouldBe(Duration.FromHours(25));
        Open(LastSunday(year, 10).PlusDays(1)).ShouldBe(Duration.FromHours(24));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void A_night_shift_is_an_hour_shorter_in_spring_and_longer_in_autumn(int year)
    {
        var night = EveryDay("00:00-06:00", "22:00-24:00");
        foreach (var (month, hours) in new[] { (3, 7), (10, 9) })
        {
            var sunday = LastSunday(year, month);
            night
                .WorkingTime(At($"{sunday:uuuu-MM-dd} 00:00"), At($"{sunday.PlusDays(1):uuuu-MM-dd} 00:00"))
                .ShouldBe(Duration.FromHours(hours));
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void An_office_day_has_nine_hours_on_either_side_of_a_clock_change(int year)
    {
        foreach (var month in new[] { 3, 10 })
        {
            var friday = LastSunday(year, month).PlusDays(-2);
            var monday = LastSunday(year, month).PlusDays(1);
            var office = Office();
            office
                .WorkingTime(At($"{friday:uuuu-MM-dd} 12:00"), At($"{monday:uuuu-MM-dd} 12:00"))
                .ShouldBe(Duration.FromHours(9));
            office
                .AddWorkingTime(At($"{friday:uuuu-MM-dd} 16:30"), Duration.FromHours(1))
                .ShouldBe(At($"{monday:uuuu-MM-dd} 08:30"));
        }
    }

    [Fact]
    public void A_block_inside_the_skipped_hour_is_no_opening()
    {
        var calendar = EveryDay("02:00-03:00");
        calendar.IsWorkingDay(Day("2027-03-28")).ShouldBeFalse();
        calendar.IsWorkingDay(Day("2027-03-29")).ShouldBeTrue();
    }

    [Fact]
    public void A_block_that_opens_inside_the_skipped_hour_opens_when_the_clock_jumps() =>
        EveryDay("02:30-05:00")
            .OpenSpans(Day("2027-03-28"))
            .ShouldBe([new Interval(Utc("2027-03-28T01:00:00Z"), Utc("2027-03-28T03:00:00Z"))]);

    [Fact]
    public void Edges_inside_the_doubled_hour_are_taken_at_its_first_pass() =>
        EveryDay("00:00-02:15", "02:30-05:00")
            .OpenSpans(Day("2027-10-31"))
            .ShouldBe([
                new Interval(Utc("2027-10-30T22:00:00Z"), Utc("2027-10-31T00:15:00Z")),
                new Interval(Utc("2027-10-31T00:30:00Z"), Utc("2027-10-31T04:00:00Z")),
            ]);

    private static Duration Open(LocalDate date) =>
        RoundTheClock.OpenSpans(date).Select(span => span.Duration).Aggregate((a, b) => a + b);

    private static LocalDate LastSunday(int year, int month) =>
        new LocalDate(year, month, 31).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Sunday));
}
