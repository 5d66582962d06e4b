using System.Globalization;
using NodaTime;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.Contracts;

/// <summary>Why somebody is absent, and how that is said: "ziek sinds 28 april", "vrij tot 10 mei".</summary>
internal static class AbsenceWords
{
    public const string Sick = "sick";
    public const string Leave = "leave";
    public const string Training = "training";
    public const string Other = "other";

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <param name="Choice">In a form.</param>
    /// <param name="Word">After "Karin is".</param>
    public static readonly IReadOnlyList<(string Code, string Choice, string Word)> All =
    [
        (Sick, "Ziek", "ziek"),
        (Leave, "Vrij", "vrij"),
        (Training, "Cursus", "op cursus"),
        (Other, "Anders", "afwezig"),
    ];

    /// <summary>What follows "Karin is". Where the end is known it says the end, else the beginning.</summary>
    public static string Nl(this AbsenceCard absence, Instant now) =>
        absence.Until is { } until
            ? $"{Word(absence)} {(absence.From > now ? $"van {Day(absence.From, now)} " : "")}tot {Day(until, now)}"
            : $"{Word(absence)} {(absence.From > now ? "vanaf" : "sinds")} {Day(absence.From, now)}";

    private static string Word(AbsenceCard absence) => All.First(w => w.Code == absence.Why).Word;

    /// <summary>28 april, with the year when it is another one; today is said as such, with the hour unless it is all day.</summary>
    private static string Day(Instant at, Instant now)
    {
        var (local, today) = (at.Local(), now.Local().Date);
        var time =
            at == local.Date.StartInAmsterdam() ? "" : local.ToString(" H.mm 'uur'", CultureInfo.InvariantCulture);
        return local.Date == today ? $"vandaag{time}"
            : local.Year == today.Year ? local.Date.ToString("d MMMM", Dutch)
            : local.Date.ToString("d MMMM yyyy", Dutch);
    }
}
