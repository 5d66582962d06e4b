using NodaTime;
using NodaTime.Extensions;

namespace Terecht.Platform.Time;

/// <summary>What the product asks of the injected clock. Instants are UTC; days and hours are Europe/Amsterdam.</summary>
internal static class Clock
{
    /// <summary>The instant now, cut to the whole second: what is recorded is compared to the second.</summary>
    public static Instant Now(this TimeProvider clock)
    {
        var exact = clock.GetUtcNow().ToInstant();
        return Instant.FromUnixTimeSeconds(exact.ToUnixTimeSeconds());
    }

    /// <summary>The local date in Europe/Amsterdam.</summary>
    public static LocalDate Today(this TimeProvider clock) => clock.Now().InZone(Amsterdam.Zone).Date;

    /// <summary>A new version 7 id; ids made later sort later, on this clock.</summary>
    public static Guid NewId(this TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}

/// <summary>The one zone of every local time in the product.</summary>
internal static class Amsterdam
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    public static ZonedDateTime Local(this Instant instant) => instant.InZone(Zone);
}

/// <summary>The wall clock, for what must not follow a demo or test clock: polls, time-outs, drafts, rate limits, sign-in.</summary>
internal static class RealClock
{
#pragma warning disable RS0030 // The one place that may.
    public static readonly TimeProvider Instance = TimeProvider.System;
#pragma warning restore RS0030
}
