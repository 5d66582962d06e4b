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

    /// <summary>2027-05-05, as a browser sends it, or 5-5-2027.</summary>
    public static LocalDate? Date(string? text)
    {
        var typed = (text ?? "").Trim();
        var iso = LocalDatePattern.Iso.Parse(typed);
        var dutch = LocalDatePattern.Create("d-M-uuuu", CultureInfo.InvariantCulture).Parse(typed);
        return iso.Success ? iso.Value
            : dutch.Success ? dutch.Value
            : null;
    }

    /// <summary>2027-05-11T12:15, local time, as a browser sends it.</summary>
    public static Instant? Moment(string? text)
    {
        var read = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse((text ?? "").Trim());
        // Where there are no working days to count any more, nothing can be worked out.
        return read.Success && read.Value.Year is >= 2000 and <= 2100 ? read.Value.InAmsterdam() : null;
    }

    public static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
}

/// <summary>What is wrong in a form: the name of the field, and the sentence beside it.</summary>
internal sealed record Fault(string Field, string Sentence);
