using NodaTime;
using Terecht.Platform.Time;

namespace Terecht.Benchmarks.Load;

/// <summary>How much is loaded. The numbers are those of the design; <c>small</c> is a hundredth, for a quick look.</summary>
internal sealed record Size(string Name, int Hundredths)
{
    public static readonly Size Full = new("full", 100);
    public static readonly Size Small = new("small", 1);

    /// <summary>Every benchmark begins at this moment, on a clock that then runs on: what is due stays as due as it was.</summary>
    public static readonly Instant Moment = new LocalDateTime(2027, 5, 3, 10, 46)
        .InZoneStrictly(Amsterdam.Zone)
        .ToInstant();

    /// <summary>The first contact; three years of them.</summary>
    public static readonly Instant Start = Moment - Duration.FromDays(3 * 365);

    public int Parties => 10_000 * Hundredths;
    public int Contacts => 50_000 * Hundredths;

    /// <summary>27 in every 125 contacts.</summary>
    public int Promises => Contacts / 125 * 27;

    /// <summary>Among the newest promises, five of six are open.</summary>
    public int NewestPromises => 2_400 * Hundredths;
    public int OpenPromises => NewestPromises / 6 * 5;
    public int Articles => 20 * Hundredths;

    /// <summary>Rows of the feed, the newest; request keys and lines of the read log.</summary>
    public int Latest => 10_000 * Hundredths;

    public static Size? Parse(string name) =>
        name switch
        {
            "full" => Full,
            "small" => Small,
            _ => null,
        };
}
