using NodaTime;

namespace Terecht.Modules.Organisation.Contracts.Calendars;

/// <summary>The days that article 3 of the Algemene termijnenwet names, computed for any year from 2014 on.</summary>
internal static class RecognisedDays
{
    public static IReadOnlyList<StatutoryDay> Of(int year)
    {
        var easter = EasterSunday(year);
        return
        [
            new(new LocalDate(year, 1, 1), "Nieuwjaarsdag", ByDecree: false),
            new(easter.PlusDays(-2), "Goede Vrijdag", ByDecree: false),
            new(easter.PlusDays(1), "tweede paasdag", ByDecree: false),
            new(KingsDay(year), "Koningsdag", ByDecree: false),
            new(new LocalDate(year, 5, 5), "Bevrijdingsdag", ByDecree: false),
            new(easter.PlusDays(39), "Hemelvaartsdag", ByDecree: false),
            new(easter.PlusDays(50), "tweede pinksterdag", ByDecree: false),
            new(new LocalDate(year, 12, 25), "eerste kerstdag", ByDecree: false),
            new(new LocalDate(year, 12, 26), "tweede kerstdag", ByDecree: false),
        ];
    }

    /// <summary>27 April, or the Saturday before when that is a Sunday.</summary>
    private static LocalDate KingsDay(int year)
    {
        var birthday = new LocalDate(year, 4, 27);
        return birthday.DayOfWeek == IsoDayOfWeek.Sunday ? birthday.PlusDays(-1) : birthday;
    }

    /// <summary>Easter in the Gregorian calendar, by the method of Meeus, Jones and Butcher.</summary>
    public static LocalDate EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var inCentury = year % 100;
        var moonShift = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonShift + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var lateMoon = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * lateMoon) + 114;
        return new LocalDate(year, days / 31, (days % 31) + 1);
    }
}
