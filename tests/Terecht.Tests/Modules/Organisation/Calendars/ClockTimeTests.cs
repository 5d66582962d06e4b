using Terecht.Modules.Organisation.Contracts.Calendars;

namespace Terecht.Tests.Modules.Organisation.Calendars;

public sealed class ClockTimeTests
{
    [Theory]
    [InlineData("00:00", 0, "0.00")]
    [InlineData("08:30", 510, "8.30")]
    [InlineData("17:00", 1020, "17.00")]
    [InlineData("24:00", 1440, "24.00")]
    public void A_time_is_read_and_said(string text, int minute, string spoken)
    {
        var time = ClockTime.Parse(text);
        time.MinuteOfDay.ShouldBe(minute);
        time.ToString().ShouldBe(text);
        time.Spoken.ShouldBe(spoken);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("8:30")]
    [InlineData("24:01")]
    [InlineData("12:60")]
    [InlineData("-1:00")]
    [InlineData("+1:00")]
    [InlineData(" 8:30")]
    [InlineData("08.30")]
    [InlineData("08:30:00")]
    public void What_is_no_time_is_refused(string? text) => ClockTime.TryParse(text, out _).ShouldBeFalse();
}
