using NodaTime;
using Terecht.Modules.Desk.Manage;
using Terecht.Modules.Organisation.Contracts.Calendars;

namespace Terecht.Modules.Desk.Calendars;

/// <summary>Reads what was typed: the calendar, and a sentence for every field that cannot be.</summary>
internal sealed class CalendarTyped(CalendarForm form, HolidayYears holidays)
{
    private readonly List<Fault> faults = [];

    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>What can be read; <see cref="Faults"/> says what cannot.</summary>
    /// <param name="before">The calendar as it is now; null for a new one.</param>
    public ServiceCalendar Read(ServiceCalendar? before, string code)
    {
        if (string.IsNullOrWhiteSpace(form.Name))
        {
            faults.Add(new Fault("Form.Name", "Geef de kalender een naam."));
        }
        return new ServiceCalendar
        {
            Id = Guid.Empty,
            Version = form.BasedOn,
            Code = code,
            Name = form.Name?.Trim() ?? "",
            Hours = [.. form.Weeks.Select(Week)],
            Closures = Closed(before),
        };
    }

    private OpeningHours Week(WeekForm week, int index)
    {
        var place = $"Form.Weeks[{index}]";
        var from = Date(week.From, place + ".From");
        var to = Date(week.To, place + ".To");
        if (to < from)
        {
            faults.Add(new Fault(place + ".To", "De laatste dag ligt vóór de eerste dag."));
        }
        if (index > 0 && string.IsNullOrWhiteSpace(week.From))
        {
            faults.Add(new Fault(place + ".From", "Vul in vanaf welke dag deze tijden gelden."));
        }
        var days = week.Days.Select((day, d) => (Day: (IsoDayOfWeek)(d + 1), Blocks: Blocks(day, place, d)));
        return new OpeningHours(days.ToDictionary(d => d.Day, IReadOnlyList<OpenBlock> (d) => d.Blocks), from, to);
    }

    private List<OpenBlock> Blocks(DayForm day, string week, int index)
    {
        var blocks = new List<OpenBlock>();
        for (var b = 0; b < day.Blocks.Count; b++)
        {
            var place = $"{week}.Days[{index}].Blocks[{b}]";
            if (Part(day.Blocks[b].From, day.Blocks[b].To, place, DutchDays.OfTheWeek[index]) is { } block)
            {
                if (blocks.Find(other => other.And(block) is not null) is { IsEmpty: false } other)
                {
                    faults.Add(
                        new Fault(
                            place + ".From",
                            $"{DutchDays.OfTheWeek[index]}: deze tijden vallen over {other.From.Spoken} tot {other.To.Spoken} uur heen."
                        )
                    );
                }
                blocks.Add(block);
            }
        }
        return blocks;
    }

    private List<Closure> Closed(ServiceCalendar? before)
    {
        var known = before?.Closures ?? [];
        var closures = known.Where(c => c.Date < holidays.FirstDay && !holidays.IsHoliday(c)).ToList();
        foreach (var day in holidays.Days.Where(d => form.Holidays.GetValueOrDefault(Typed.Iso(d.Date))))
        {
            var mine = known.Where(c => c.Date == day.Date && holidays.IsHoliday(c)).ToList();
            closures.AddRange(mine.Count > 0 ? mine : [new Closure(day.Date, day.Name)]);
        }
        for (var i = 0; i < form.Closures.Count; i++)
        {
            closures.AddRange(ClosureOf(form.Closures[i], $"Form.Closures[{i}]"));
        }
        return closures;
    }

    private IEnumerable<Closure> ClosureOf(ClosureForm typed, string place)
    {
        var name = typed.Name?.Trim() ?? "";
        var whole = string.IsNullOrWhiteSpace(typed.From) && string.IsNullOrWhiteSpace(typed.To);
        if (whole && name.Length == 0 && string.IsNullOrWhiteSpace(typed.Date))
        {
            return [];
        }
        if (string.IsNullOrWhiteSpace(typed.Date))
        {
            faults.Add(new Fault(place + ".Date", "Vul in welke dag dicht is."));
            return [];
        }
        var date = Date(typed.Date, place + ".Date");
        var part = whole ? OpenBlock.WholeDay : Part(typed.From, typed.To, place, "Dicht");
        return date is { } day && part is { } closed ? [new Closure(day, closed, name)] : [];
    }

    /// <summary>Null when nothing was typed, or when it cannot be.</summary>
    private OpenBlock? Part(string? typedFrom, string? typedTo, string place, string day)
    {
        if (string.IsNullOrWhiteSpace(typedFrom) && string.IsNullOrWhiteSpace(typedTo))
        {
            return null;
        }
        var (from, to) = (Time(typedFrom, place + ".From", day), Time(typedTo, place + ".To", day));
        if (from is not { } start || to is not { } end)
        {
            return null;
        }
        if (end <= start)
        {
            faults.Add(
                new Fault(
                    place + ".To",
                    end == start
                        ? $"{day}: begin en einde zijn gelijk."
                        : $"{day}: de eindtijd ligt vóór de begintijd.{Proposal(start)}"
                )
            );
            return null;
        }
        return new OpenBlock(start, end);
    }

    /// <summary>The hour at which the other days close, where that is later.</summary>
    public ClockTime? UsualEnd(ClockTime after)
    {
        var ends = form
            .Weeks.SelectMany(w => w.Days)
            .Select(d => Typed.Time(d.Blocks.LastOrDefault(b => !string.IsNullOrWhiteSpace(b.To))?.To))
            .OfType<ClockTime>()
            .Where(t => t > after);
        return ends.GroupBy(t => t).OrderByDescending(g => g.Count()).Select(g => (ClockTime?)g.Key).FirstOrDefault();
    }

    private string Proposal(ClockTime after) => UsualEnd(after) is { } end ? $" Bedoelt u {end.Spoken}?" : "";

    private ClockTime? Time(string? text, string place, string day)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(
                new Fault(
                    place,
                    place.EndsWith(".From", StringComparison.Ordinal)
                        ? $"{day}: vul ook de begintijd in."
                        : $"{day}: vul ook de eindtijd in."
                )
            );
            return null;
        }
        if (Typed.Time(text) is { } time)
        {
            return time;
        }
        faults.Add(new Fault(place, $"{day}: ‘{text.Trim()}’ is geen tijd. Schrijf bijvoorbeeld 8.30 of 24.00."));
        return null;
    }

    private LocalDate? Date(string? text, string place)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        if (Typed.Date(text) is { } date)
        {
            return date;
        }
        faults.Add(new Fault(place, $"‘{text.Trim()}’ is geen dag. Schrijf bijvoorbeeld 5-5-2027."));
        return null;
    }
}
