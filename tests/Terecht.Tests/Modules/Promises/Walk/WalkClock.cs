using NodaTime;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Promises.Walk;

/// <summary>
/// Moves the clock on by whole seconds, from before one clock change to after the other. Most nights are passed over, those of
/// a clock change are not; and it likes to stop at the very second of a moment, or one after it.
/// </summary>
internal sealed class WalkClock(TestClock clock, Random random)
{
    private static readonly LocalDate[] ChangingNights = [new(2027, 3, 28), new(2027, 10, 31)];
    private static readonly Instant End = new LocalDateTime(2027, 11, 12, 12, 0).InAmsterdam();

    private readonly SortedSet<Instant> _moments = [];

    public WalkPace Pace { get; set; }

    public Instant Now => clock.Now();

    public void Start() => clock.Set(2027, 3, 18, 9, 0);

    /// <summary>A moment that somebody was promised.</summary>
    public void Watch(Instant? moment)
    {
        if (moment is { } due && due > Now)
        {
            _moments.Add(due);
        }
    }

    /// <param name="stepsLeft">So that the year is spread over all of them.</param>
    public void Step(int stepsLeft)
    {
        if (random.Next(10) < 3)
        {
            return;
        }
        if (Pace == WalkPace.Seconds)
        {
            MoveTo(Now + Duration.FromSeconds(random.Next(1, 6)));
            return;
        }
        var now = Now;
        var local = now.Local();
        var night = local.Hour is < 7 or >= 20;
        if (night && !ChangingNights.Contains(local.Date) && random.Next(8) == 0)
        {
            var day = local.Hour < 7 ? local.Date : local.Date.PlusDays(1);
            MoveTo(day.AtMidnight().PlusSeconds(random.Next(7 * 3600, 9 * 3600)).InAmsterdam());
            return;
        }
        // Some thirteen hours of a day are lived through.
        var usual = Math.Max(10, (End - now).TotalSeconds * 13 / 24 * 2 / Math.Max(1, stepsLeft));
        MoveTo(now + Duration.FromSeconds(1 + random.Next((int)(usual * 2.8))));
    }

    private void MoveTo(Instant to)
    {
        while (_moments.Count > 0 && _moments.Min < to)
        {
            var moment = _moments.Min;
            _moments.Remove(moment);
            if (moment > Now && random.Next(2) == 0)
            {
                to = moment;
                // Once more in a second: the first that is late.
                _moments.Add(moment + Duration.FromSeconds(1));
                break;
            }
        }
        if (to > Now)
        {
            clock.Advance(to - Now);
        }
    }
}

/// <summary>Rounds in which much happens within minutes, and rounds that take most of a day.</summary>
internal enum WalkPace
{
    Seconds,
    Hours,
}
