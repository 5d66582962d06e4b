using NodaTime;
using NodaTime.Text;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Platform.Time;

namespace Terecht.Tests.Modules.Organisation.Calendars;

/// <summary>Calendars and moments as the tests of the promise write them down.</summary>
internal static class TestCalendars
{
    private static readonly IsoDayOfWeek[] Workdays =
    [
        IsoDayOfWeek.Monday,
        IsoDayOfWeek.Tuesday,
        IsoDayOfWeek.Wednesday,
        IsoDayOfWeek.Thursday,
        IsoDayOfWeek.Friday,
    ];

    private static readonly IsoDayOfWeek[] AllDays = [.. Workdays, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    /// <summary>Monday to Friday from 8.00 to 17.00, closed all day on these dates.</summary>
    public static ServiceCalendar Office(params IEnumerable<string> closedOn) =>
        Of(OpeningHours.Daily(new ClockTime(8, 0), new ClockTime(17, 0), Workdays), [.. closedOn.Select(Closed)]);

    public static ServiceCalendar RoundTheClock { get; } =
        Of(OpeningHours.Daily(ClockTime.StartOfDay, ClockTime.EndOfDay, AllDays));

    public static ServiceCalendar NeverOpen { get; } =
        Of(new OpeningHours(new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenBlock>>()));

    /// <summary>Every day of the week the same blocks, written as "08:30-12:30".</summary>
    public static ServiceCalendar EveryDay(params IEnumerable<string> blocks) => Of(Week(AllDays, blocks));

    public static OpeningHours Week(IEnumerable<IsoDayOfWeek> days, params IEnumerable<string> blocks)
    {
        IReadOnlyList<OpenBlock> read = [.. blocks.Select(Block)];
        return new OpeningHours(days.ToDictionary(day => day, _ => read));
    }

    public static ServiceCalendar Of(OpeningHours hours, params IReadOnlyList<Closure> closures) =>
        new()
        {
            Id = Guid.Empty,
            Version = 1,
            Code = "test",
            Name = "Test",
            Hours = [hours],
            Closures = closures,
        };

    public static OpenBlock Block(string text) => new(ClockTime.Parse(text[..5]), ClockTime.Parse(text[6..]));

    public static Closure Closed(string date) => new(Day(date), "dicht");

    public static LocalDate Day(string date) => LocalDatePattern.Iso.Parse(date).GetValueOrThrow();

    /// <summary>A local moment in Europe/Amsterdam: "2027-04-30 16:55", with seconds where they matter.</summary>
    public static Instant At(string local) =>
        LocalDateTimePattern
            .CreateWithInvariantCulture(local.Length > 16 ? "uuuu-MM-dd HH:mm:ss" : "uuuu-MM-dd HH:mm")
            .Parse(local)
            .GetValueOrThrow()
            .InAmsterdam();

    /// <summary>An instant as the world writes it: "2027-03-28T00:30:00Z".</summary>
    public static Instant Utc(string instant) => InstantPattern.General.Parse(instant).GetValueOrThrow();
}
