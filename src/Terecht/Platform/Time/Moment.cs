using System.Globalization;
using NodaTime;

namespace Terecht.Platform.Time;

/// <summary>How a past instant is written on staff screens: "Vandaag 9.40", "Ma 3 mei 14.05", with the year when it is another one.</summary>
internal static class Moment
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string DayAndTime(Instant instant, Instant now) =>
        $"{Day(instant, now)} {instant.Local().ToString("H.mm", CultureInfo.InvariantCulture)}";

    public static string Day(Instant instant, Instant now)
    {
        var day = instant.Local().Date;
        var today = now.Local().Date;
        if (day == today)
        {
            return "Vandaag";
        }
        var text = day.ToString(day.Year == today.Year ? "ddd d MMMM" : "d MMMM yyyy", Dutch);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>A day on its own, with its year: 12 april 2027.</summary>
    public static string Date(LocalDate day) => day.ToString("d MMMM yyyy", Dutch);
}
