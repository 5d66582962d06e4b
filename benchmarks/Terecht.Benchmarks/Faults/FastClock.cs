using NodaTime;
using NodaTime.Text;
using Terecht.Platform.Time;

namespace Terecht.Benchmarks.Faults;

/// <summary>The time of a program that lives many times. It runs fast, also while the program is dead, and never goes back.</summary>
/// <param name="speed">Times as fast as the real one: 120 makes twelve minutes of a day.</param>
internal sealed class FastClock(Instant begin, int speed) : TimeProvider
{
    private static readonly LocalDateTimePattern Setting = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm"
    );

    private sealed record Life(Instant Begin, long At);

    private volatile Life _life = new(begin, RealClock.Instance.GetTimestamp());

    /// <summary>Never behind the clock of the program that lives, which begins while that one starts.</summary>
    public override DateTimeOffset GetUtcNow()
    {
        var life = _life;
        return (
            life.Begin + Duration.FromTimeSpan(RealClock.Instance.GetElapsedTime(life.At) * speed)
        ).ToDateTimeOffset();
    }

    /// <summary>The setting of the clock of a program that is started now; such a setting holds whole minutes.</summary>
    public string NextLife()
    {
        var minute = this.Now().Local().LocalDateTime.With(TimeAdjusters.TruncateToMinute).PlusMinutes(1);
        _life = new Life(minute.InAmsterdam(), RealClock.Instance.GetTimestamp());
        return FormattableString.Invariant($"{Setting.Format(minute)},{speed}x");
    }
}
