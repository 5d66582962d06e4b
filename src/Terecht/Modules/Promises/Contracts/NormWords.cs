using System.Globalization;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>Norms in words on staff screens.</summary>
internal static class NormWords
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string InWords(this DueRule rule) =>
        rule switch
        {
            DueRule.NextWorkingDayBefore next => $"de volgende werkdag, uiterlijk {next.Time.Spoken} uur",
            DueRule.WithinWorkingDays within => $"binnen {Counted(within.Days, "werkdag", "werkdagen")}",
            DueRule.WithinOpeningMinutes within => $"binnen {Time(within.Minutes)} openingstijd",
            DueRule.WithinHours within => $"binnen {within.Hours} uur, dag en nacht",
            DueRule.StatutoryTerm { Unit: TermUnit.Weeks } term =>
                $"wettelijke termijn van {Counted(term.Count, "week", "weken")}",
            DueRule.StatutoryTerm term => $"wettelijke termijn van {Counted(term.Count, "dag", "dagen")}",
            _ => "het moment dat de burger kiest",
        };

    public static string InWords(this NormTarget? target) =>
        target is null ? "geen doel"
        : target.Above ? $"meer dan {Percent(target.Percent)}%"
        : $"ten minste {Percent(target.Percent)}%";

    public static string InWords(this AttemptTerms terms) =>
        terms.Attempts switch
        {
            null => "niet bereikt telt nooit als nagekomen",
            1 => "1 poging telt als nagekomen",
            { } many => $"{many} pogingen in {Counted(terms.Dayparts, "dagdeel", "dagdelen")} tellen als nagekomen",
        };

    public static string KindInWords(string? kind) =>
        kind switch
        {
            "call" => "terugbellen",
            "write" => "schrijven",
            "do" => "iets doen",
            _ => "alles",
        };

    /// <summary>90 or 92,5.</summary>
    public static string Percent(decimal percent) => percent.ToString("0.##", Dutch);

    private static string Time(int minutes) =>
        minutes % 60 == 0 ? $"{minutes / 60} uur" : Counted(minutes, "minuut", "minuten");

    private static string Counted(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
