using NodaTime;
using NodaTime.Text;
using Terecht.Platform.Time;

namespace Terecht.Tests.Faults;

/// <summary>The time of a program that lives many times. It runs fast, also while the program is dead, and never goes back.</summary>
/// <param name="speed">Times as fast as the real one: 360 makes four minutes of a day.</param>
internal sealed class FastClock(LocalDateTime begin, int speed)
{
    private static readonly LocalDateTimePattern Setting = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm"
    );

    private (Instant Begin, long At) _life = (begin.InAmsterdam(), RealClock.Instance.GetTimestamp());

    /// <summary>Never behind the clock of the program that lives, which begins while that one starts.</summary>
    public Instant Now() => _life.Begin + Duration.FromTimeSpan(RealClock.Instance.GetElapsedTime(_life.At) * speed);

    /// <summary>The setting of the clock of a program that is started now; such a setting holds whole minutes.</summary>
    public string NextLife()
    {
        var minute = Now().Local().LocalDateTime.With(TimeAdjusters.TruncateToMinute).PlusMinutes(1);
        _life = (minute.InAmsterdam(), RealClock.Instance.GetTimestamp());
        return FormattableString.Invariant($"{Setting.Format(minute)},{speed}x");
    }
}
