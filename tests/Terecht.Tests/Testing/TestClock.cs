using NodaTime;
using Terecht.Platform.Time;

namespace Terecht.Tests.Testing;

/// <summary>A clock that a test sets by hand, in local time.</summary>
internal sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new LocalDateTime(2027, 5, 3, 10, 46)
        .InZoneStrictly(Amsterdam.Zone)
        .ToDateTimeOffset();

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(int year, int month, int day, int hour, int minute, int second = 0) =>
        _now = new LocalDateTime(year, month, day, hour, minute, second)
            .InZoneStrictly(Amsterdam.Zone)
            .ToDateTimeOffset();

    public void Advance(Duration by) => _now += by.ToTimeSpan();
}
