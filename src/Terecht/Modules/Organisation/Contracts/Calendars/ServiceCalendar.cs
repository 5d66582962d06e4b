using NodaTime;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.Contracts.Calendars;

/// <summary>
/// When a municipality or a team is there: opening blocks per weekday less closures, in local time. It never
/// changes; a change is a new version, and a promise keeps the version that gave its moment.
/// </summary>
internal sealed partial class ServiceCalendar
{
    private readonly ILookup<LocalDate, Closure> closuresOn = Array.Empty<Closure>().ToLookup(c => c.Date);

    public required Guid Id { get; init; }

    /// <summary>1, 2, 3 within the calendar.</summary>
    public required int Version { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The weeks, each for its own dates; where two are valid the one listed last holds. Outside all: closed.</summary>
    public required IReadOnlyList<OpeningHours> Hours { get; init; }

    public IReadOnlyList<Closure> Closures
    {
        get;
        init
        {
            field = value;
            closuresOn = value.ToLookup(closure => closure.Date);
        }
    } = [];

    /// <summary>The open blocks of a local day, in order, less closures; blocks that touch are one.</summary>
    public IReadOnlyList<OpenBlock> OpenBlocks(LocalDate date)
    {
        var hours = Hours.LastOrDefault(candidate => candidate.IsValidOn(date));
        if (hours is null)
        {
            return [];
        }

        var open = hours.On(date.DayOfWeek);
        return closuresOn.Contains(date)
            ? closuresOn[date]
                .Aggregate(open, (left, closure) => [.. left.SelectMany(block => block.Less(closure.Part))])
            : open;
    }

    /// <summary>The same as instants. A block that falls in the hour the clock skips is no opening.</summary>
    public IReadOnlyList<Interval> OpenSpans(LocalDate date)
    {
        var blocks = OpenBlocks(date);
        if (blocks.Count == 0)
        {
            return [];
        }

        var spans = new List<Interval>(blocks.Count);
        foreach (var block in blocks)
        {
            var span = new Interval(block.From.InstantOn(date), block.To.InstantOn(date));
            if (span.Start < span.End)
            {
                spans.Add(span);
            }
        }

        return spans;
    }

    /// <summary>A local day with at least one open block left.</summary>
    public bool IsWorkingDay(LocalDate date) => OpenSpans(date).Count > 0;

    /// <summary>The last closing time of a day, or null when it is closed all day.</summary>
    public Instant? LastClosing(LocalDate date) => OpenSpans(date) is { Count: > 0 } spans ? spans[^1].End : null;

    /// <summary>Why a day is closed although the week has hours for it; null when no closure touches it.</summary>
    public string? ClosureName(LocalDate date) => closuresOn[date].FirstOrDefault()?.Name;

    public bool IsOpenAt(Instant at) => OpenSpans(at.Local().Date).Any(span => span.Contains(at));
}
