using System.Text.Json;
using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Organisation.Calendars;

public sealed class StatutoryCalendarTests
{
    /// <summary>Easter Sundays from the almanac, to check the computation against.</summary>
    private static readonly string[] EasterSundays =
    [
        "2020-04-12",
        "2021-04-04",
        "2022-04-17",
        "2023-04-09",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2030-04-21",
        "2031-04-13",
        "2032-03-28",
        "2033-04-17",
        "2034-04-09",
        "2035-03-25",
        "2036-04-13",
        "2037-04-05",
        "2038-04-25",
        "2039-04-10",
        "2040-04-01",
    ];

    /// <summary>Names in the outside list of the days that the law recognises; it also lists days that count for nothing.</summary>
    private static readonly string[] Recognised =
    [
        "Nieuwjaar",
        "Goede Vrijdag",
        "Tweede paasdag",
        "Koningsdag",
        "Bevrijdingsdag",
        "Hemelvaartsdag",
        "Tweede pinksterdag",
        "Kerstmis",
        "Tweede kerstdag",
    ];

    public static TheoryData<string> Easters() => new(EasterSundays);

    [Theory]
    [MemberData(nameof(Easters))]
    public void Easter_is_where_the_almanac_has_it(string easter) =>
        RecognisedDays.EasterSunday(Day(easter).Year).ShouldBe(Day(easter));

    [Fact]
    public void The_days_of_2027_are_those_of_the_law_and_one_decree() =>
        StatutoryCalendar
            .Shipped.Days(2027)
            .Select(day => day.Date)
            .ShouldBe([
                Day("2027-01-01"),
                Day("2027-03-26"),
                Day("2027-03-29"),
                Day("2027-04-27"),
                Day("2027-05-05"),
                Day("2027-05-06"),
                Day("2027-05-07"),
                Day("2027-05-17"),
                Day("2027-12-25"),
                Day("2027-12-26"),
            ]);

    [Theory]
    [InlineData("2025-04-26")]
    [InlineData("2031-04-26")]
    [InlineData("2036-04-26")]
    public void Kings_day_moves_to_saturday_when_it_falls_on_sunday(string saturday)
    {
        StatutoryCalendar.Shipped.DayOn(Day(saturday)).ShouldNotBeNull().Name.ShouldBe("Koningsdag");
        StatutoryCalendar.Shipped.DayOn(Day(saturday).PlusDays(1)).ShouldBeNull();
    }

    [Fact]
    public void The_fifth_of_may_counts_every_year()
    {
        foreach (var year in Enumerable.Range(2020, 21))
        {
            StatutoryCalendar.Shipped.DayOn(new LocalDate(year, 5, 5)).ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("2027-05-07", true)]
    [InlineData("2028-05-26", true)]
    [InlineData("2026-01-02", true)]
    [InlineData("2029-05-11", false)]
    public void A_decree_day_counts_only_where_a_decree_is_known(string date, bool free) =>
        StatutoryCalendar.Shipped.IsFree(Day(date)).ShouldBe(free);

    [Theory]
    [InlineData("2027-02-08")]
    [InlineData("2027-05-04")]
    [InlineData("2027-12-24")]
    [InlineData("2027-11-11")]
    public void Carnival_and_other_local_days_are_ordinary_days(string date) =>
        StatutoryCalendar.Shipped.IsFree(Day(date)).ShouldBeFalse();

    [Fact]
    public void Saturdays_and_sundays_are_free_without_being_recognised_days()
    {
        StatutoryCalendar.Shipped.IsFree(Day("2027-05-08")).ShouldBeTrue();
        StatutoryCalendar.Shipped.IsFree(Day("2027-05-09")).ShouldBeTrue();
        StatutoryCalendar.Shipped.DayOn(Day("2027-05-09")).ShouldBeNull();
    }

    [Fact]
    public void Years_without_a_decree_are_named()
    {
        StatutoryCalendar.Shipped.HasDecreeData(2028).ShouldBeTrue();
        StatutoryCalendar.Shipped.HasDecreeData(2029).ShouldBeFalse();
        StatutoryCalendar.Shipped.YearsWithoutDecree(2027, 2030).ShouldBe([2029, 2030]);
        StatutoryCalendar.Shipped.YearsWithoutDecree(2021, 2023).ShouldBe([2021, 2022]);
    }

    [Fact]
    public void A_new_decree_is_added_as_data()
    {
        var later = StatutoryCalendar.WithDecrees(
            [.. DecreeDays.Known, new StatutoryDay(Day("2029-05-11"), "dag na Hemelvaartsdag", ByDecree: true)],
            DecreeDays.FirstYear,
            2029
        );
        later.IsFree(Day("2029-05-11")).ShouldBeTrue();
        later.HasDecreeData(2029).ShouldBeTrue();
        later.Days(2029).Count.ShouldBe(10);
    }

    /// <summary>Against an outside list of holidays when that is there; it has days that are no day of the law too.</summary>
    [Fact]
    public void Twenty_one_years_agree_with_an_outside_list()
    {
        foreach (var (date, name) in OutsideList())
        {
            StatutoryCalendar
                .Shipped.DayOn(date)
                .ShouldNotBeNull($"{name} on {date:uuuu-MM-dd}")
                .ByDecree.ShouldBeFalse();
        }
    }

    private static List<(LocalDate Date, string Name)> OutsideList()
    {
        if (Environment.GetEnvironmentVariable("TERECHT_DATA") is not { Length: > 0 } data)
        {
            return [(Day("2027-05-06"), "Hemelvaartsdag"), (Day("2038-04-26"), "Tweede paasdag")];
        }

        using var json = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(data, "08_calendar", "nl_feestdagen_2020_2040.json"))
        );
        var days = json
            .RootElement.EnumerateArray()
            .Select(day => (Day(day.GetProperty("datum").GetString()!), day.GetProperty("naam").GetString()!))
            .Where(day => Recognised.Contains(day.Item2, StringComparer.Ordinal))
            .ToList();
        days.Count.ShouldBe(21 * Recognised.Length);
        return days;
    }
}
