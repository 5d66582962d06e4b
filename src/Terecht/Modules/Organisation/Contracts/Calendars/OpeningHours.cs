using NodaTime;

namespace Terecht.Modules.Organisation.Contracts.Calendars;

/// <summary>One week of opening blocks, for the dates on which it is valid (both ends included; null is open-ended).</summary>
internal sealed class OpeningHours
{
    private readonly Dictionary<IsoDayOfWeek, IReadOnlyList<OpenBlock>> week;

    public OpeningHours(
        IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpenBlock>> week,
        LocalDate? validFrom = null,
        LocalDate? validTo = null
    )
    {
        this.week = week.ToDictionary(day => day.Key, day => OpenBlock.Merge(day.Value));
        ValidFrom = validFrom;
        ValidTo = validTo;
    }

    public LocalDate? ValidFrom { get; }

    public LocalDate? ValidTo { get; }

    /// <summary>The blocks of a weekday, in order and without touching ones; none on a day that is left out.</summary>
    public IReadOnlyList<OpenBlock> On(IsoDayOfWeek day) => week.GetValueOrDefault(day, []);

    public bool IsValidOn(LocalDate date) =>
        (ValidFrom is null || date >= ValidFrom) && (ValidTo is null || date <= ValidTo);

    /// <summary>The same block on each of these days.</summary>
    public static OpeningHours Daily(ClockTime from, ClockTime to, params IReadOnlyList<IsoDayOfWeek> days) =>
        new(days.ToDictionary(day => day, IReadOnlyList<OpenBlock> (_) => [new OpenBlock(from, to)]));
}

/// <summary>A day, or a part of it, on which it is closed although the week says open.</summary>
/// <param name="Name">Why, as staff read it: "tweede pinksterdag".</param>
internal sealed record Closure(LocalDate Date, OpenBlock Part, string Name)
{
    public Closure(LocalDate date, string name)
        : this(date, OpenBlock.WholeDay, name) { }
}
