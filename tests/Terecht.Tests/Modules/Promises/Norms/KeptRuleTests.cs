using Terecht.Modules.Promises.Contracts;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises.Norms;

public sealed class KeptRuleTests
{
    private const string Made = "2027-05-03 10:00";
    private const string Due = "2027-05-04 17:00";
    private const string Later = "2027-06-01 12:00";

    [Fact]
    public void Equal_to_the_second_is_on_time() =>
        Story.Made(Made, Due).End(Due, PromiseEnd.Reached).On(Later).OnTime.ShouldBe(true);

    [Fact]
    public void One_second_after_the_limit_is_late() =>
        Story.Made(Made, Due).End("2027-05-04 17:00:01", PromiseEnd.Reached).On(Later).OnTime.ShouldBe(false);

    [Fact]
    public void Open_at_the_limit_is_not_late_and_a_second_later_it_is()
    {
        var story = Story.Made(Made, Due);
        story.On(Due).Verdict.ShouldBe(KeptVerdict.NotYet);
        story.On(Due).OnTime.ShouldBeNull();
        story.On("2027-05-04 17:00:01").Verdict.ShouldBe(KeptVerdict.OpenLate);
        story.On("2027-05-04 17:00:01").OnTime.ShouldBe(false);
    }

    [Fact]
    public void Reached_counts_at_the_attempt_and_not_at_the_end_that_was_recorded_later() =>
        Story
            .Made(Made, Due)
            .Attempt("2027-05-04 16:58", AttemptOutcome.Reached, recorded: "2027-05-04 17:10")
            .End("2027-05-04 17:10", PromiseEnd.Reached)
            .On(Later)
            .OnTime.ShouldBe(true);

    [Fact]
    public void Reached_without_an_attempt_counts_at_the_end() =>
        Story.Made(Made, Due).End("2027-05-04 17:10", PromiseEnd.Reached).On(Later).OnTime.ShouldBe(false);

    [Fact]
    public void Delivered_counts_at_the_end()
    {
        Story.Made(Made, Due).End("2027-05-04 16:00", PromiseEnd.Delivered).On(Later).OnTime.ShouldBe(true);
        Story.Made(Made, Due).End("2027-05-04 18:00", PromiseEnd.Delivered).On(Later).OnTime.ShouldBe(false);
    }

    [Fact]
    public void Withdrawn_in_time_is_left_out()
    {
        var state = Story.Made(Made, Due).End(Due, PromiseEnd.Withdrawn).On(Later);
        state.Verdict.ShouldBe(KeptVerdict.Withdrawn);
        state.OnTime.ShouldBeNull();
    }

    [Fact]
    public void Withdrawn_after_the_limit_is_late() =>
        Story
            .Made(Made, Due)
            .End("2027-05-04 17:00:01", PromiseEnd.Withdrawn)
            .On(Later)
            .Verdict.ShouldBe(KeptVerdict.Late);

    [Fact]
    public void Not_owed_is_never_late()
    {
        var state = Story.Made(Made, Due).End("2027-05-20 12:00", PromiseEnd.NotOwed).On(Later);
        state.Verdict.ShouldBe(KeptVerdict.NotOwed);
        state.OnTime.ShouldBeNull();
    }

    [Fact]
    public void Answered_elsewhere_is_judged_at_its_end()
    {
        Story.Made(Made, Due).End(Due, PromiseEnd.AnsweredElsewhere).On(Later).OnTime.ShouldBe(true);
        Story
            .Made(Made, Due)
            .Attempt("2027-05-04 12:00", AttemptOutcome.Reached)
            .End("2027-05-04 17:00:01", PromiseEnd.AnsweredElsewhere)
            .On(Later)
            .OnTime.ShouldBe(false);
    }

    [Fact]
    public void A_promise_without_a_moment_is_never_late_and_in_neither_figure()
    {
        Story.Made(Made, null).On(Later).Verdict.ShouldBe(KeptVerdict.NoMoment);
        Story.Made(Made, null).End(Later, PromiseEnd.Delivered).On(Later).OnTime.ShouldBeNull();
    }

    [Fact]
    public void Three_attempts_in_two_dayparts_before_the_limit_count_as_kept() =>
        Story
            .Made(Made, "2027-05-05 17:00")
            .NoAnswer("2027-05-04 09:00", "2027-05-04 14:00", "2027-05-05 17:00")
            .End("2027-05-06 09:00", PromiseEnd.AttemptsDone)
            .On(Later)
            .OnTime.ShouldBe(true);

    [Fact]
    public void Two_attempts_are_not_enough() =>
        Story
            .Made(Made, "2027-05-05 17:00")
            .NoAnswer("2027-05-04 09:00", "2027-05-04 14:00")
            .End("2027-05-04 14:01", PromiseEnd.AttemptsDone)
            .On("2027-05-04 14:02")
            .OnTime.ShouldBe(false);

    [Fact]
    public void Three_attempts_on_three_mornings_are_one_daypart_and_not_enough() =>
        Story
            .Made(Made, "2027-05-07 17:00")
            .NoAnswer("2027-05-04 09:00", "2027-05-05 11:59:59", "2027-05-06 09:00")
            .End("2027-05-06 09:01", PromiseEnd.AttemptsDone)
            .On(Later)
            .OnTime.ShouldBe(false);

    [Fact]
    public void Noon_is_afternoon_and_five_is_evening()
    {
        At("2027-05-04 11:59:59").DaypartOf().ShouldBe(Daypart.Morning);
        At("2027-05-04 12:00:00").DaypartOf().ShouldBe(Daypart.Afternoon);
        At("2027-05-04 16:59:59").DaypartOf().ShouldBe(Daypart.Afternoon);
        At("2027-05-04 17:00:00").DaypartOf().ShouldBe(Daypart.Evening);
        At("2027-05-04 00:00:00").DaypartOf().ShouldBe(Daypart.Morning);
    }

    [Fact]
    public void An_attempt_a_second_after_the_limit_does_not_count()
    {
        var state = Story
            .Made(Made, "2027-05-05 17:00")
            .NoAnswer("2027-05-04 09:00", "2027-05-04 14:00", "2027-05-05 17:00:01")
            .End("2027-05-06 09:00", PromiseEnd.AttemptsDone)
            .On(Later);
        state.OnTime.ShouldBe(false);
        state.CountingAttempts.ShouldBe(2);
        state.Attempts[2].WhyNot.ShouldBe(AttemptReason.AfterLimit);
    }

    [Fact]
    public void An_attempt_with_a_reason_does_not_count()
    {
        var state = Story
            .Made(Made, "2027-05-05 17:00")
            .NoAnswer("2027-05-04 09:00", "2027-05-04 14:00")
            .Attempt("2027-05-04 20:00", AttemptOutcome.Voicemail, AttemptReason.OutsideCalendar)
            .End("2027-05-04 20:01", PromiseEnd.AttemptsDone)
            .On(Later);
        state.OnTime.ShouldBe(false);
        state.Attempts.Select(attempt => attempt.WhyNot).ShouldBe([null, null, AttemptReason.OutsideCalendar]);
    }

    [Fact]
    public void A_wrong_number_reached_nobody_and_does_not_count()
    {
        var state = Story
            .Made(Made, "2027-05-05 17:00")
            .NoAnswer("2027-05-04 09:00", "2027-05-04 14:00")
            .Attempt("2027-05-05 09:00", AttemptOutcome.WrongNumber)
            .End("2027-05-05 09:01", PromiseEnd.AttemptsDone)
            .On(Later);
        state.OnTime.ShouldBe(false);
        state.Attempts[2].WhyNot.ShouldBe(AttemptReason.WrongNumber);
    }

    [Fact]
    public void A_fourth_attempt_after_the_limit_does_no_harm() =>
        Story
            .Made(Made, "2027-05-05 17:00")
            .NoAnswer("2027-05-04 09:00", "2027-05-04 14:00", "2027-05-05 09:00", "2027-05-06 09:00")
            .End("2027-05-06 09:01", PromiseEnd.AttemptsDone)
            .On(Later)
            .OnTime.ShouldBe(true);

    [Fact]
    public void Where_the_norm_says_nothing_about_attempts_they_never_count() =>
        Story
            .Made(Made, "2027-05-05 17:00")
            .NoAnswer("2027-05-04 09:00", "2027-05-04 14:00", "2027-05-05 09:00")
            .End("2027-05-05 09:01", PromiseEnd.AttemptsDone)
            .On(Later, AttemptTerms.Never)
            .OnTime.ShouldBe(false);

    [Fact]
    public void The_norm_says_how_many_and_in_how_many_dayparts()
    {
        var story = Story
            .Made(Made, "2027-05-05 17:00")
            .NoAnswer("2027-05-04 09:00", "2027-05-04 10:00")
            .End("2027-05-04 10:01", PromiseEnd.AttemptsDone);
        story.On(Later, new AttemptTerms(2, 1)).OnTime.ShouldBe(true);
        story.On(Later, new AttemptTerms(2, 2)).OnTime.ShouldBe(false);
    }
}
