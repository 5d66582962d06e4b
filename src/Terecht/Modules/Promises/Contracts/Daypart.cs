using NodaTime;
using Terecht.Modules.Organisation.Contracts.Calendars;
using Terecht.Platform.Time;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>Morning is before 12.00, afternoon before 17.00, evening the rest of the local day.</summary>
internal enum Daypart
{
    Morning,
    Afternoon,
    Evening,
}

internal static class Dayparts
{
    private static readonly ClockTime Noon = new(12, 0);
    private static readonly ClockTime EndOfAfternoon = new(17, 0);

    public static Daypart DaypartOf(this Instant instant)
    {
        var hour = instant.Local().Hour;
        return hour < Noon.Hour ? Daypart.Morning
            : hour < EndOfAfternoon.Hour ? Daypart.Afternoon
            : Daypart.Evening;
    }

    /// <summary>The part as a half-open block of the local day.</summary>
    public static OpenBlock Block(this Daypart part) =>
        part switch
        {
            Daypart.Morning => new OpenBlock(ClockTime.StartOfDay, Noon),
            Daypart.Afternoon => new OpenBlock(Noon, EndOfAfternoon),
            _ => new OpenBlock(EndOfAfternoon, ClockTime.EndOfDay),
        };

    public static string Code(this Daypart part) =>
        part switch
        {
            Daypart.Morning => "morning",
            Daypart.Afternoon => "afternoon",
            _ => "evening",
        };

    public static Daypart? Parse(string? code) =>
        code switch
        {
            "morning" => Daypart.Morning,
            "afternoon" => Daypart.Afternoon,
            "evening" => Daypart.Evening,
            _ => null,
        };
}
