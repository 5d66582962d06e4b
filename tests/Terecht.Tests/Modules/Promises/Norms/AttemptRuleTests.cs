using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises.Norms;

public sealed class AttemptRuleTests
{
    private const string Limit = "2027-05-04 17:00";

    [Theory]
    [InlineData("2027-05-04 12:00", "no_answer", true, null)]
    [InlineData("2027-05-04 12:00", "voicemail", true, null)]
    [InlineData("2027-05-04 08:00", "no_answer", true, null)]
    [InlineData("2027-05-04 07:59:59", "no_answer", true, AttemptReason.OutsideCalendar)]
    [InlineData("2027-05-04 17:00", "no_answer", true, AttemptReason.OutsideCalendar)]
    [InlineData("2027-05-04 17:00:01", "no_answer", true, AttemptReason.AfterLimit)]
    [InlineData("2027-05-04 12:00", "no_answer", false, AttemptReason.OtherNumber)]
    [InlineData("2027-05-04 12:00", "wrong_number", true, AttemptReason.WrongNumber)]
    [InlineData("2027-05-04 20:00", "reached", false, null)]
    public void An_attempt_that_does_not_count_carries_the_reason(
        string at,
        string outcome,
        bool agreed,
        string? reason
    ) =>
        AttemptRule
            .WhyNotCounting(At(at), PromiseWords.ParseAttemptOutcome(outcome)!.Value, agreed, Office(), At(Limit))
            .ShouldBe(reason);

    [Fact]
    public void Without_a_limit_only_the_number_and_the_calendar_matter()
    {
        AttemptRule
            .WhyNotCounting(At("2027-05-04 12:00"), AttemptOutcome.NoAnswer, true, Office(), null)
            .ShouldBeNull();
        AttemptRule
            .WhyNotCounting(At("2027-05-08 12:00"), AttemptOutcome.NoAnswer, true, Office(), null)
            .ShouldBe(AttemptReason.OutsideCalendar);
    }

    [Theory]
    [InlineData("2027-05-04 12:00", "2027-05-04 12:00", true)]
    [InlineData("2027-05-04 00:00", "2027-05-04 23:59:59", true)]
    [InlineData("2027-05-03 23:59:59", "2027-05-04 00:00", false)]
    [InlineData("2027-05-04 12:00:01", "2027-05-04 12:00", false)]
    [InlineData("2027-05-03 10:00", "2027-05-03 12:00", true)]
    [InlineData("2027-05-03 09:59:59", "2027-05-03 12:00", false)]
    public void The_time_may_be_set_back_within_the_day_but_not_before_the_making(
        string happened,
        string recorded,
        bool allowed
    ) => (AttemptRule.WrongTime(At(happened), At(recorded), At("2027-05-03 10:00"), null) is null).ShouldBe(allowed);

    [Fact]
    public void The_time_may_not_be_set_back_before_the_reopening() =>
        AttemptRule
            .WrongTime(At("2027-05-04 11:00"), At("2027-05-04 12:00"), At("2027-05-03 10:00"), At("2027-05-04 11:30"))
            .ShouldBe("Deze tijd ligt voor het heropenen. Vul een latere tijd in.");

    [Theory]
    [InlineData("2027-05-04 11:45", false)]
    [InlineData("2027-05-04 11:44:59", true)]
    public void More_than_a_quarter_of_an_hour_apart_is_shown(string happened, bool shown) =>
        AttemptRule.ShowsBothTimes(At(happened), At("2027-05-04 12:00")).ShouldBe(shown);

    [Fact]
    public void Every_reason_has_a_sentence_of_its_own()
    {
        string[] reasons =
        [
            AttemptReason.OutsideCalendar,
            AttemptReason.OtherNumber,
            AttemptReason.WrongNumber,
            AttemptReason.AfterLimit,
            AttemptReason.BeforeReopening,
        ];
        var sentences = reasons.Select(AttemptReason.Nl).ToList();
        sentences.Distinct(StringComparer.Ordinal).Count().ShouldBe(reasons.Length);
        sentences.ShouldAllBe(sentence => !sentence.Contains('_'));
    }
}
