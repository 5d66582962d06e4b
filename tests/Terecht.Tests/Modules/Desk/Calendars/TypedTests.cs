using NodaTime;
using Terecht.Modules.Desk.Manage;
using Terecht.Platform.Time;

namespace Terecht.Tests.Modules.Desk.Calendars;

/// <summary>What people here write for a time and a day is understood; what is none is not guessed.</summary>
public sealed class TypedTests
{
    [Theory]
    [InlineData("8.30", "08:30")]
    [InlineData("08:30", "08:30")]
    [InlineData("830", "08:30")]
    [InlineData(" 8 ", "08:00")]
    [InlineData("24.00", "24:00")]
    [InlineData("0.00", "00:00")]
    [InlineData("24.01", null)]
    [InlineData("8.3", null)]
    [InlineData("acht", null)]
    [InlineData("-8", null)]
    [InlineData("", null)]
    public void A_time(string typed, string? time) => Typed.Time(typed)?.ToString().ShouldBe(time);

    [Theory]
    [InlineData("5-5-2027")]
    [InlineData("05-05-2027")]
    [InlineData("2027-05-05")]
    [InlineData("5 mei 2027")]
    [InlineData("Wo 5 mei 2027")]
    public void A_day(string typed) => Typed.Date(typed).ShouldBe(new LocalDate(2027, 5, 5));

    [Theory]
    [InlineData("31-2-2027")]
    [InlineData("5 mei")]
    [InlineData("morgen")]
    [InlineData("")]
    public void No_day(string typed) => Typed.Date(typed).ShouldBeNull();

    [Theory]
    [InlineData("di 11 mei 12.15")]
    [InlineData("11 mei 2027 12:15")]
    [InlineData("11-5-2027 1215")]
    [InlineData("2027-05-11T12:15")]
    public void A_moment(string typed) =>
        Typed.Moment(typed, 2027).ShouldBe(new LocalDateTime(2027, 5, 11, 12, 15).InAmsterdam());

    [Theory]
    [InlineData("straks")]
    [InlineData("11 mei")]
    [InlineData("12.15")]
    [InlineData("11-5-9999 12.15")]
    public void No_moment(string typed) => Typed.Moment(typed, 2027).ShouldBeNull();
}
