using NodaTime;

namespace Terecht.Modules.Organisation.Contracts.Calendars;

/// <summary>
/// Days made equal to a recognised day by royal decree (Algemene termijnenwet, article 3, third paragraph). Each
/// decree covers whole years; a later year is never guessed, it is added when its decree is published.
/// </summary>
internal static class DecreeDays
{
    public const int FirstYear = 2023;
    public const int LastYear = 2028;

    public static IReadOnlyList<StatutoryDay> Known { get; } =
    [
        Day(2023, 4, 28, "dag na Koningsdag"),
        Day(2023, 5, 19, "dag na Hemelvaartsdag"),
        Day(2024, 5, 10, "dag na Hemelvaartsdag"),
        Day(2024, 12, 27, "dag na Kerstmis"),
        Day(2025, 5, 30, "dag na Hemelvaartsdag"),
        Day(2026, 1, 2, "dag na Nieuwjaarsdag"),
        Day(2026, 5, 15, "dag na Hemelvaartsdag"),
        Day(2027, 5, 7, "dag na Hemelvaartsdag"),
        Day(2028, 4, 28, "dag na Koningsdag"),
        Day(2028, 5, 26, "dag na Hemelvaartsdag"),
    ];

    private static StatutoryDay Day(int year, int month, int day, string name) =>
        new(new LocalDate(year, month, day), name, ByDecree: true);
}
