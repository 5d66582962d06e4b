using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Terecht.Platform.Time;

/// <summary>A clock that began elsewhere and may run faster, for demos and training. Never before today, so nothing is recorded in the past.</summary>
internal sealed class DemoClock(DateTimeOffset start, double speed) : TimeProvider
{
    private readonly long _startedAt = RealClock.Instance.GetTimestamp();

    /// <summary>How many times as fast as the real one.</summary>
    public double Speed => speed;

    public override DateTimeOffset GetUtcNow() => start + (RealClock.Instance.GetElapsedTime(_startedAt) * speed);

    /// <param name="text"><c>2027-05-03T07:00,60x</c>: local time in Amsterdam, and how many times as fast; null for the real clock.</param>
    public static TimeProvider From(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return RealClock.Instance;
        }
        var parts = text.Split(',');
        var local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(parts[0]);
        var speed = parts.Length == 1 ? 1 : TimesFaster(parts[1]);
        if (!local.Success || parts.Length > 2 || speed is not (>= 1 and <= 3600))
        {
            throw new InvalidOperationException(
                $"The clock '{text}' is not understood. Write it as 2027-05-03T07:00,60x: local time, and a speed from 1x to 3600x."
            );
        }
        if (local.Value.Date < RealClock.Instance.Today())
        {
            throw new InvalidOperationException($"The clock '{text}' begins before today. Choose today or later.");
        }
        return new DemoClock(local.Value.InZoneLeniently(Amsterdam.Zone).ToDateTimeOffset(), speed.Value);
    }

    /// <summary>60 of "60x".</summary>
    private static double? TimesFaster(string text) =>
        text.EndsWith('x')
        && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed)
            ? speed
            : null;
}
