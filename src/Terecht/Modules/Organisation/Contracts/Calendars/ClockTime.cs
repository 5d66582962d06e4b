using System.Globalization;
using NodaTime;
using Terecht.Platform.Time;

namespace Terecht.Modules.Organisation.Contracts.Calendars;

/// <summary>A time on the clock of a day in whole minutes, 00:00 up to and including 24:00, the midnight that ends it.</summary>
internal readonly record struct ClockTime : IComparable<ClockTime>
{
    private const int MinutesPerDay = 24 * 60;

    public static readonly ClockTime StartOfDay = new(0, 0);
    public static readonly ClockTime EndOfDay = new(24, 0);

    public ClockTime(int hour, int minute)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hour);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hour, 24);
        ArgumentOutOfRangeException.ThrowIfNegative(minute);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minute, hour == 24 ? 0 : 59);
        MinuteOfDay = (hour * 60) + minute;
    }

    /// <summary>0 to 1440.</summary>
    public int MinuteOfDay { get; }

    public int Hour => MinuteOfDay / 60;

    public int Minute => MinuteOfDay % 60;

    /// <summary>This clock time on a date; 24:00 is the next day at 00:00.</summary>
    public LocalDateTime On(LocalDate date) => date.AtMidnight().PlusMinutes(MinuteOfDay);

    /// <summary>The instant at which the clock in Europe/Amsterdam shows this on a date.</summary>
    public Instant InstantOn(LocalDate date) => On(date).InAmsterdam();

    public static bool TryParse(string? text, out ClockTime time)
    {
        time = default;
        if (
            text is not { Length: 5 }
            || text[2] != ':'
            || !int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            || minute > 59
            || (hour * 60) + minute > MinutesPerDay
        )
        {
            return false;
        }

        time = new ClockTime(hour, minute);
        return true;
    }

    public static ClockTime Parse(string text) =>
        TryParse(text, out var time) ? time : throw new FormatException($"'{text}' is not a time as 08:30 or 24:00.");

    public int CompareTo(ClockTime other) => MinuteOfDay.CompareTo(other.MinuteOfDay);

    public static bool operator <(ClockTime left, ClockTime right) => left.MinuteOfDay < right.MinuteOfDay;

    public static bool operator >(ClockTime left, ClockTime right) => left.MinuteOfDay > right.MinuteOfDay;

    public static bool operator <=(ClockTime left, ClockTime right) => left.MinuteOfDay <= right.MinuteOfDay;

    public static bool operator >=(ClockTime left, ClockTime right) => left.MinuteOfDay >= right.MinuteOfDay;

    /// <summary>As data: 08:30.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}");

    /// <summary>As people here write it: 8.30.</summary>
    public string Spoken => string.Create(CultureInfo.InvariantCulture, $"{Hour}.{Minute:00}");
}
