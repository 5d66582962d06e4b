using System.Globalization;
using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>
/// A moment is said one way everywhere. Seconds are left off, so what is said is never later than what holds. The
/// midnight that ends a day is said with that day.
/// </summary>
internal static class SpokenMoment
{
    private static readonly string[] DaysNl =
    [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ];

    private static readonly string[] DaysEn =
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];

    private static readonly string[] MonthsNl =
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];

    private static readonly string[] MonthsEn =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// <summary>"uiterlijk dinsdag 4 mei om 17.00 uur", with the year only when it is another one.</summary>
    public static string Nl(Instant moment, Instant now)
    {
        var (date, time) = Split(moment);
        return $"uiterlijk {DateNl(date, now.Local().Date)} om {time.Spoken} uur";
    }

    /// <summary>"by 17:00 on Tuesday 4 May", with the year only when it is another one.</summary>
    public static string En(Instant moment, Instant now)
    {
        var (date, time) = Split(moment);
        var day = DateEn(date, now.Local().Date);
        return time == ClockTime.EndOfDay ? $"by the end of {day}" : $"by {time} on {day}";
    }

    /// <summary>The same, with from when on where the citizen chose a part of a day: "…, niet vóór 12.00 uur".</summary>
    public static string Nl(Instant moment, Instant? notBefore, Instant now) =>
        notBefore is { } from ? $"{Nl(moment, now)}, niet vóór {Split(from).Time.Spoken} uur" : Nl(moment, now);

    /// <summary>The same in English: "…, not before 12:00".</summary>
    public static string En(Instant moment, Instant? notBefore, Instant now) =>
        notBefore is { } from ? $"{En(moment, now)}, not before {Split(from).Time}" : En(moment, now);

    /// <summary>"dinsdag 4 mei", with the year only when it is another one.</summary>
    public static string DateNl(LocalDate date, LocalDate today) =>
        $"{DaysNl[Index(date)]} {date.Day} {MonthsNl[date.Month - 1]}{Year(date, today)}";

    /// <summary>"Tuesday 4 May", with the year only when it is another one.</summary>
    public static string DateEn(LocalDate date, LocalDate today) =>
        $"{DaysEn[Index(date)]} {date.Day} {MonthsEn[date.Month - 1]}{Year(date, today)}";

    /// <summary>For lists: "uiterlijk vandaag 17.00", "uiterlijk ma 10 mei 17.00".</summary>
    public static string Short(Instant moment, Instant now) => $"uiterlijk {Plain(moment, now)}";

    /// <summary>The same without a word before it: "vandaag 17.00", "ma 10 mei 17.00".</summary>
    public static string Plain(Instant moment, Instant now)
    {
        var (date, time) = Split(moment);
        return date == now.Local().Date
            ? $"vandaag {time.Spoken}"
            : $"{DaysNl[Index(date)][..2]} {date.Day} {MonthsNl[date.Month - 1]}{Year(date, now.Local().Date)} {time.Spoken}";
    }

    /// <summary>"nog 3 u 40", "nog 40 min", counted in working time while there is any.</summary>
    public static string Left(Instant moment, Instant now, ServiceCalendar calendar)
    {
        var left = TimeLeft(moment, now, calendar);
        var (hours, minutes) = ((int)left.TotalHours, left.Minutes);
        return (hours, minutes) switch
        {
            (0, 0) => "nog geen minuut",
            (0, _) => $"nog {minutes} min",
            (_, 0) => $"nog {hours} u",
            _ => $"nog {hours} u {minutes}",
        };
    }

    /// <summary>The same in full words: "nog 3 uur en 40 minuten".</summary>
    public static string LeftInWords(Instant moment, Instant now, ServiceCalendar calendar)
    {
        var left = TimeLeft(moment, now, calendar);
        var (hours, minutes) = ((int)left.TotalHours, left.Minutes);
        var minutesInWords = minutes == 1 ? "1 minuut" : $"{minutes} minuten";
        return (hours, minutes) switch
        {
            (0, 0) => "nog geen minuut",
            (0, _) => $"nog {minutesInWords}",
            (_, 0) => $"nog {hours} uur",
            _ => $"nog {hours} uur en {minutesInWords}",
        };
    }

    /// <summary>
    /// "2 werkdagen te laat" once whole working days have passed in between, "5 werkuren te laat" before that: working
    /// time of the promise's calendar.
    /// </summary>
    public static string Late(Instant moment, Instant now, ServiceCalendar calendar)
    {
        var days = calendar.WorkingDaysBetween(Split(moment).Date, now.Local().Date);
        if (days > 0)
        {
            return days == 1 ? "1 werkdag te laat" : $"{days} werkdagen te laat";
        }

        var time = calendar.WorkingTime(moment, now);
        var (hours, minutes) = ((int)time.TotalHours, time.Minutes);
        return (hours, minutes) switch
        {
            (0, 0) => "te laat",
            (0, 1) => "1 werkminuut te laat",
            (0, _) => $"{minutes} werkminuten te laat",
            (1, _) => "1 werkuur te laat",
            _ => $"{hours} werkuren te laat",
        };
    }

    /// <summary>The local day a moment belongs to: midnight ends the day before it.</summary>
    public static LocalDate DayOf(Instant moment) => Split(moment).Date;

    private static Duration TimeLeft(Instant moment, Instant now, ServiceCalendar calendar)
    {
        var working = calendar.WorkingTime(now, moment);
        return working > Duration.Zero ? working : Duration.Max(moment - now, Duration.Zero);
    }

    private static (LocalDate Date, ClockTime Time) Split(Instant moment)
    {
        var local = moment.Local().LocalDateTime;
        return local.TimeOfDay == LocalTime.Midnight
            ? (local.Date.PlusDays(-1), ClockTime.EndOfDay)
            : (local.Date, new ClockTime(local.Hour, local.Minute));
    }

    private static int Index(LocalDate date) => (int)date.DayOfWeek - 1;

    private static string Year(LocalDate date, LocalDate today) =>
        date.Year == today.Year ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" {date.Year}");
}
