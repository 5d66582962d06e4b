using NodaTime;
using NodaTime.TimeZones;

namespace Terecht.Platform.Time;

/// <summary>From local clock readings to instants and back.</summary>
internal static class LocalMoments
{
    /// <summary>
    /// One answer for every local time, and later local times never come earlier: a doubled hour is its first
    /// pass, a skipped one is the moment the clock jumps.
    /// </summary>
    private static readonly ZoneLocalMappingResolver Resolver = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    /// <summary>The instant at which the clock in Europe/Amsterdam shows this.</summary>
    public static Instant InAmsterdam(this LocalDateTime local) =>
        Amsterdam.Zone.ResolveLocal(local, Resolver).ToInstant();

    /// <summary>The first instant of a local day.</summary>
    public static Instant StartInAmsterdam(this LocalDate date) => Amsterdam.Zone.AtStartOfDay(date).ToInstant();

    /// <summary>Cut to the whole second: how every instant of a promise is recorded and compared.</summary>
    public static Instant WholeSecond(this Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());
}
