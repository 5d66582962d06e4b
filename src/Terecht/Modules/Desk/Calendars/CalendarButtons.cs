using System.Globalization;

namespace Terecht.Modules.Desk.Calendars;

/// <summary>The buttons that give the form a row more or less: <c>blok:0:3</c> is a block on Thursday of the first week.</summary>
internal static class CalendarButtons
{
    private const int MostBlocks = 6;
    private const int MostWeeks = 12;
    private const int MostClosures = 120;

    /// <summary>True when the form was changed, and nothing else was asked.</summary>
    public static bool Apply(CalendarForm form)
    {
        switch (form.Doe?.Split(':'))
        {
            case ["blok", var w, var d] when Day(form, w, d) is { } day:
                AddTo(day.Blocks, MostBlocks);
                return true;
            case ["zet", var w, var d, var b, var time]
                when Day(form, w, d) is { } day && Index(b) is { } block && block < day.Blocks.Count:
                day.Blocks[block].To = time;
                return true;
            case ["week"] when form.Weeks.Count < MostWeeks:
                form.Weeks.Add(WeekForm.Empty());
                return true;
            case ["week-weg", var w] when Index(w) is { } week && week > 0 && week < form.Weeks.Count:
                form.Weeks.RemoveAt(week);
                return true;
            case ["dag"]:
                AddTo(form.Closures, MostClosures);
                return true;
            case ["dag-weg", var c] when Index(c) is { } closure && closure < form.Closures.Count:
                form.Closures.RemoveAt(closure);
                return true;
            default:
                return false;
        }
    }

    private static DayForm? Day(CalendarForm form, string week, string day) =>
        Index(week) is { } w && w < form.Weeks.Count && Index(day) is { } d && d < form.Weeks[w].Days.Count
            ? form.Weeks[w].Days[d]
            : null;

    private static void AddTo<T>(List<T> rows, int most)
        where T : new()
    {
        if (rows.Count < most)
        {
            rows.Add(new T());
        }
    }

    private static int? Index(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
