using System.Globalization;
using NodaTime;

namespace Terecht.Modules.Desk.Manage;

/// <summary>Days in words on the pages of the administrator.</summary>
internal static class DutchDays
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static readonly IReadOnlyList<string> OfTheWeek =
    [
        "Maandag",
        "Dinsdag",
        "Woensdag",
        "Donderdag",
        "Vrijdag",
        "Zaterdag",
        "Zondag",
    ];

    /// <summary>wo 5 mei.</summary>
    public static string Short(LocalDate day) => day.ToString("ddd d MMMM", Dutch);

    /// <summary>woensdag 5 mei 2027.</summary>
    public static string Long(LocalDate day) => day.ToString("dddd d MMMM yyyy", Dutch);
}
