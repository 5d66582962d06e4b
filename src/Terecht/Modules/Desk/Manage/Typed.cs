using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Platform.Time;

namespace Terecht.Modules.Desk.Manage;

/// <summary>Times and days as administrators type them; null when it is none.</summary>
internal static class Typed
{
    /// <summary>8.30, 08:30, 830, 8 or 24.00.</summary>
    public static ClockTime? Time(string? text)
    {
        var parts = (text ?? "").Trim().Replace(':', '.').Split('.');
        var (hour, minute) = parts switch
        {
            [{ Length: 1 or 2 } only] => (only, "00"),
            [{ Length: 3 or 4 } both] => (both[..^2], both[^2..]),
            [{ Length: 1 or 2 } first, { Length: 2 } second] => (first, second),
            _ => ("", ""),
        };
        return ClockTime.TryParse($"{hour.PadLeft(2, '0')}:{minute}", out var time) ? time : null;
    }

    /// <summary>5-5-2027, 5 mei 2027, wo 5 mei 2027 or 2027-05-05; without a year it is a day of the year that is given.</summary>
    public static LocalDate? Date(string? text, int? year = null)
    {
        var words = (text ?? "").Trim().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // The name of the day before it says nothing more.
        var typed = string.Join(' ', words.SkipWhile((w, i) => i == 0 && words.Length > 1 && char.IsLetter(w[0])));
        var forms = DateForms.Select(form => form.Parse(typed));
        var whole = forms.FirstOrDefault(read => read.Success)?.Value;
        return whole ?? (year is { } known && words.Length > 0 ? Date($"{typed} {known}") : null);
    }

    /// <summary>A day and a time, such as di 11 mei 12.15; the year is this one where none is typed.</summary>
    public static Instant? Moment(string? text, int thisYear)
    {
        var words = (text ?? "").Trim().Replace('T', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
            words.Length > 1
            && Date(string.Join(' ', words[..^1]), thisYear) is { Year: >= 2000 and <= 2100 } day
            && Time(words[^1]) is { } time
            ? time.InstantOn(day)
            : null;
    }

    /// <summary>5-5-2027, as people here write a day.</summary>
    public static string Day(LocalDate? date) => date is { } day ? Short.Format(day) : "";

    private static LocalDatePattern[] DateForms { get; } =
    [
        LocalDatePattern.Iso,
        Short,
        LocalDatePattern.Create("d MMMM uuuu", CultureInfo.GetCultureInfo("nl-NL")),
        LocalDatePattern.Create("d MMM uuuu", CultureInfo.GetCultureInfo("nl-NL")),
    ];

    private static LocalDatePattern Short => LocalDatePattern.Create("d-M-uuuu", CultureInfo.InvariantCulture);

    public static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
}

/// <summary>What is wrong in a form: the name of the field, and the sentence beside it.</summary>
internal sealed record Fault(string Field, string Sentence);
