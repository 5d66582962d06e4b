using NodaTime;
using Terecht.Modules.Desk.Manage;
using Terecht.Modules.Organisation.Contracts.Calendars;

namespace Terecht.Modules.Desk.Calendars;

/// <summary>A calendar as it is typed. Every day has at least one row, so that a day without hours is posted too.</summary>
internal sealed class CalendarForm
{
    /// <summary>Number of the version that was looked at; 0 for a new calendar.</summary>
    public int BasedOn { get; set; }

    /// <summary>Only typed for a new calendar.</summary>
    public string? Code { get; set; }
    public string? Name { get; set; }
    public List<WeekForm> Weeks { get; set; } = [];

    /// <summary>Days closed that are no holiday of a year that is listed.</summary>
    public List<ClosureForm> Closures { get; set; } = [];

    /// <summary>The holidays that are ticked, by ISO date.</summary>
    public Dictionary<string, bool> Holidays { get; set; } = [];

    /// <summary>Code of the team with whose norm is worked out.</summary>
    public string? Team { get; set; }

    /// <summary>The moment to try, as local date and time.</summary>
    public string? Try { get; set; }

    /// <summary>The button that was pressed.</summary>
    public string? Doe { get; set; }
    public Guid RequestKey { get; set; }

    public static CalendarForm Of(ServiceCalendar calendar, HolidayYears holidays)
    {
        var form = new CalendarForm { BasedOn = calendar.Version, Name = calendar.Name };
        form.Weeks.AddRange(calendar.Hours.Select(WeekForm.Of));
        form.Weeks.AddRange(form.Weeks.Count == 0 ? [WeekForm.Empty()] : []);
        foreach (var closure in calendar.Closures.OrderBy(c => c.Date).ThenBy(c => c.Part.From))
        {
            if (holidays.IsHoliday(closure))
            {
                form.Holidays[Typed.Iso(closure.Date)] = true;
            }
            else if (closure.Date >= holidays.FirstDay)
            {
                form.Closures.Add(ClosureForm.Of(closure));
            }
        }
        return form;
    }

    /// <summary>A day that was left out of the form, by a browser or a program, still gets its row.</summary>
    public void Complete()
    {
        Weeks.AddRange(Weeks.Count == 0 ? [WeekForm.Empty()] : []);
        foreach (var week in Weeks)
        {
            while (week.Days.Count < 7)
            {
                week.Days.Add(new DayForm());
            }
            foreach (var day in week.Days.Where(d => d.Blocks.Count == 0))
            {
                day.Blocks.Add(new BlockForm());
            }
        }
    }
}

/// <summary>One week of hours; the second and later ones take the place of the first on their dates.</summary>
internal sealed class WeekForm
{
    public string? From { get; set; }
    public string? To { get; set; }
    public List<DayForm> Days { get; set; } = [];

    public static WeekForm Of(OpeningHours hours) =>
        new()
        {
            From = Typed.Day(hours.ValidFrom),
            To = Typed.Day(hours.ValidTo),
            Days = [.. Enumerable.Range(1, 7).Select(d => DayForm.Of(hours.On((IsoDayOfWeek)d)))],
        };

    public static WeekForm Empty() => new() { Days = [.. Enumerable.Range(1, 7).Select(_ => DayForm.Of([]))] };
}

internal sealed class DayForm
{
    public List<BlockForm> Blocks { get; set; } = [];

    public static DayForm Of(IReadOnlyList<OpenBlock> blocks) =>
        new()
        {
            Blocks =
            [
                .. blocks.Select(b => new BlockForm { From = b.From.Spoken, To = b.To.Spoken }),
                .. blocks.Count == 0 ? [new BlockForm()] : Array.Empty<BlockForm>(),
            ],
        };
}

internal sealed class BlockForm
{
    public string? From { get; set; }
    public string? To { get; set; }
}

internal sealed class ClosureForm
{
    public string? Date { get; set; }

    /// <summary>Empty, with <see cref="To"/>, for the whole day.</summary>
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Name { get; set; }

    public static ClosureForm Of(Closure closure)
    {
        var whole = closure.Part == OpenBlock.WholeDay;
        return new ClosureForm
        {
            Date = Typed.Day(closure.Date),
            From = whole ? "" : closure.Part.From.Spoken,
            To = whole ? "" : closure.Part.To.Spoken,
            Name = closure.Name,
        };
    }
}
