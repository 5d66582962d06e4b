using System.Globalization;
using NodaTime;
using Terecht.Platform.Time;

namespace Terecht.Tests.Platform;

public sealed class DemoClockTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_text_it_is_the_real_clock(string? text) =>
        DemoClock.From(text).ShouldBeSameAs(RealClock.Instance);

    [Fact]
    public void It_begins_at_the_local_time_that_was_asked_for()
    {
        var clock = DemoClock.From("2099-07-03T07:00");

        clock.Now().Local().LocalDateTime.Date.ShouldBe(new LocalDate(2099, 7, 3));
        clock.Now().Local().Hour.ShouldBe(7);
    }

    [Fact]
    public void A_skipped_hour_is_the_moment_the_clock_jumps()
    {
        // 29 March 2099 is the last Sunday: 02:00 to 03:00 does not exist.
        DemoClock.From("2099-03-29T02:30").Now().ShouldBeGreaterThanOrEqualTo(Instant.FromUtc(2099, 3, 29, 1, 0));
    }

    [Fact]
    public void It_runs_as_fast_as_was_asked_for()
    {
        var clock = DemoClock.From("2099-07-03T07:00,3600x");
        var before = (Real: RealClock.Instance.GetTimestamp(), Demo: clock.GetUtcNow());
        SpinWait.SpinUntil(() => RealClock.Instance.GetElapsedTime(before.Real) > TimeSpan.FromMilliseconds(20));

        (clock.GetUtcNow() - before.Demo).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(20 * 3600));
    }

    [Fact]
    public void Today_may_be_earlier_than_now_but_yesterday_may_not()
    {
        var today = RealClock.Instance.Today();
        Should.NotThrow(() => DemoClock.From($"{Iso(today)}T00:00"));

        Should
            .Throw<InvalidOperationException>(() => DemoClock.From($"{Iso(today.PlusDays(-1))}T23:59"))
            .Message.ShouldContain("before today");
    }

    [Theory]
    [InlineData("2099-07-03")]
    [InlineData("2099-07-03 07:00")]
    [InlineData("2099-02-30T07:00")]
    [InlineData("2099-07-03T25:00")]
    [InlineData("2099-07-03T07:00,")]
    [InlineData("2099-07-03T07:00,x")]
    [InlineData("2099-07-03T07:00,60")]
    [InlineData("2099-07-03T07:00,60xx")]
    [InlineData("2099-07-03T07:00,0x")]
    [InlineData("2099-07-03T07:00,0.5x")]
    [InlineData("2099-07-03T07:00,-60x")]
    [InlineData("2099-07-03T07:00,3601x")]
    [InlineData("2099-07-03T07:00,NaNx")]
    [InlineData("2099-07-03T07:00,Infinityx")]
    [InlineData("2099-07-03T07:00,60x,60x")]
    [InlineData("tomorrow")]
    public void What_is_not_understood_is_refused_with_an_example(string text) =>
        Should
            .Throw<InvalidOperationException>(() => DemoClock.From(text))
            .Message.ShouldContain("2027-05-03T07:00,60x");

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
