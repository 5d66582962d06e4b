using Terecht.Modules.Promises.Contracts;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises.Contracts;

public sealed class SpokenMomentTests
{
    private const string Monday = "2027-05-03 13:20";

    [Theory]
    [InlineData("2027-05-04 17:00", "uiterlijk dinsdag 4 mei om 17.00 uur", "by 17:00 on Tuesday 4 May")]
    [InlineData("2027-05-07 09:05", "uiterlijk vrijdag 7 mei om 9.05 uur", "by 09:05 on Friday 7 May")]
    [InlineData(
        "2028-01-04 12:00",
        "uiterlijk dinsdag 4 januari 2028 om 12.00 uur",
        "by 12:00 on Tuesday 4 January 2028"
    )]
    [InlineData("2027-05-05 00:00", "uiterlijk dinsdag 4 mei om 24.00 uur", "by the end of Tuesday 4 May")]
    [InlineData("2028-01-01 00:00", "uiterlijk vrijdag 31 december om 24.00 uur", "by the end of Friday 31 December")]
    [InlineData("2027-05-04 16:59:59", "uiterlijk dinsdag 4 mei om 16.59 uur", "by 16:59 on Tuesday 4 May")]
    [InlineData("2027-05-09 12:00", "uiterlijk zondag 9 mei om 12.00 uur", "by 12:00 on Sunday 9 May")]
    public void A_moment_is_said_one_way(string moment, string nl, string en)
    {
        SpokenMoment.Nl(At(moment), At(Monday)).ShouldBe(nl);
        SpokenMoment.En(At(moment), At(Monday)).ShouldBe(en);
    }

    [Theory]
    [InlineData("2027-05-03 17:00", "uiterlijk vandaag 17.00")]
    [InlineData("2027-05-04 00:00", "uiterlijk vandaag 24.00")]
    [InlineData("2027-05-10 17:00", "uiterlijk ma 10 mei 17.00")]
    [InlineData("2027-04-30 09:00", "uiterlijk vr 30 april 9.00")]
    [InlineData("2028-05-03 17:00", "uiterlijk wo 3 mei 2028 17.00")]
    public void In_lists_it_is_short(string moment, string words)
    {
        SpokenMoment.Short(At(moment), At(Monday)).ShouldBe(words);
        SpokenMoment.Plain(At(moment), At(Monday)).ShouldBe(words["uiterlijk ".Length..]);
    }

    [Fact]
    public void The_year_is_that_of_the_dutch_clock() =>
        SpokenMoment
            .Nl(At("2028-01-03 17:00"), Utc("2027-12-31T23:30:00Z"))
            .ShouldBe("uiterlijk maandag 3 januari om 17.00 uur");

    [Theory]
    [InlineData("2027-05-03 17:00", "nog 3 u 40", "nog 3 uur en 40 minuten")]
    [InlineData("2027-05-03 14:00", "nog 40 min", "nog 40 minuten")]
    [InlineData("2027-05-03 13:21", "nog 1 min", "nog 1 minuut")]
    [InlineData("2027-05-03 15:20", "nog 2 u", "nog 2 uur")]
    [InlineData("2027-05-03 13:20:30", "nog geen minuut", "nog geen minuut")]
    [InlineData("2027-05-04 17:00", "nog 12 u 40", "nog 12 uur en 40 minuten")]
    public void What_is_left_is_counted_in_working_time(string moment, string words, string inWords)
    {
        SpokenMoment.Left(At(moment), At(Monday), Office()).ShouldBe(words);
        SpokenMoment.LeftInWords(At(moment), At(Monday), Office()).ShouldBe(inWords);
    }

    [Fact]
    public void Without_working_time_left_the_clock_says_how_long() =>
        SpokenMoment.Left(At("2027-05-03 18:00"), At("2027-05-03 17:15"), Office()).ShouldBe("nog 45 min");

    [Theory]
    [InlineData("2027-05-03 17:00", "2027-05-04 13:20", "5 werkuren te laat")]
    [InlineData("2027-05-04 11:00", "2027-05-04 13:20", "2 werkuren te laat")]
    [InlineData("2027-05-04 12:00", "2027-05-04 13:20", "1 werkuur te laat")]
    [InlineData("2027-05-04 13:00", "2027-05-04 13:20", "20 werkminuten te laat")]
    [InlineData("2027-05-04 13:19", "2027-05-04 13:20", "1 werkminuut te laat")]
    [InlineData("2027-05-04 13:19:30", "2027-05-04 13:20", "te laat")]
    [InlineData("2027-05-03 17:00", "2027-05-03 23:00", "te laat")]
    [InlineData("2027-04-29 17:00", "2027-05-04 13:20", "2 werkdagen te laat")]
    [InlineData("2027-04-30 17:00", "2027-05-04 13:20", "1 werkdag te laat")]
    [InlineData("2027-04-30 17:00", "2027-05-03 13:20", "5 werkuren te laat")]
    public void Lateness_is_counted_in_working_time(string moment, string now, string words) =>
        SpokenMoment.Late(At(moment), At(now), Office()).ShouldBe(words);

    [Fact]
    public void The_day_of_a_midnight_is_the_day_it_ends()
    {
        SpokenMoment.DayOf(At("2027-05-05 00:00")).ShouldBe(Day("2027-05-04"));
        SpokenMoment.DayOf(At("2027-05-05 00:01")).ShouldBe(Day("2027-05-05"));
    }
}
