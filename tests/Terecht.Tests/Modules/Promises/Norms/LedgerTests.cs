using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises.Norms;

public sealed class LedgerTests
{
    private const string Made = "2027-05-03 10:00";
    private const string Due = "2027-05-04 17:00";
    private const string Later = "2027-06-01 12:00";

    [Fact]
    public void Contact_before_a_reopening_does_not_count_after_it()
    {
        var story = Story
            .Made(Made, Due)
            .Attempt("2027-05-04 12:00", AttemptOutcome.Reached)
            .End("2027-05-04 12:05", PromiseEnd.Reached)
            .Reopen("2027-05-04 13:00");
        story.On("2027-05-04 14:00").ContactAt.ShouldBeNull();
        story.End("2027-05-04 18:00", PromiseEnd.Reached);
        story.On(Later).ContactAt.ShouldBe(At("2027-05-04 18:00"));
        story.On(Later).OnTime.ShouldBe(false);
    }

    [Fact]
    public void Attempts_before_a_reopening_do_not_count_after_it()
    {
        var state = Story
            .Made(Made, Due)
            .NoAnswer("2027-05-03 11:00", "2027-05-03 14:00", "2027-05-04 09:00")
            .End("2027-05-04 09:01", PromiseEnd.AttemptsDone)
            .Reopen("2027-05-04 10:00")
            .NoAnswer("2027-05-04 11:00")
            .End("2027-05-04 11:01", PromiseEnd.AttemptsDone)
            .On(Later);
        state.CountingAttempts.ShouldBe(1);
        state.Attempts[0].WhyNot.ShouldBe(AttemptReason.BeforeReopening);
        state.OnTime.ShouldBe(false);
    }

    [Fact]
    public void An_attempt_that_happened_before_the_reopening_and_was_recorded_after_it_does_not_count()
    {
        var state = Story
            .Made(Made, Due)
            .End("2027-05-04 09:00", PromiseEnd.Reached)
            .Reopen("2027-05-04 10:00")
            .Attempt("2027-05-04 09:30", AttemptOutcome.NoAnswer, recorded: "2027-05-04 10:05")
            .On(Later);
        state.CountingAttempts.ShouldBe(0);
    }

    [Fact]
    public void A_promise_joined_into_another_counts_nowhere_and_comes_back_when_that_is_undone()
    {
        var story = Story
            .Made(Made, Due)
            .Join("2027-05-03 12:00", null)
            .End("2027-05-03 12:00", PromiseEnd.AnsweredElsewhere);
        story.On(Later).Verdict.ShouldBe(KeptVerdict.Joined);
        story.On(Later).OnTime.ShouldBeNull();
        story.On(Later).ByMomentInForce.ShouldBeFalse();
        story.Reopen("2027-05-03 13:00");
        story.On(Later).Verdict.ShouldBe(KeptVerdict.OpenLate);
    }

    [Fact]
    public void An_earlier_join_does_not_hide_an_answer_that_came_elsewhere() =>
        Story
            .Made(Made, Due)
            .Join("2027-05-03 12:00", null)
            .End("2027-05-04 12:00", PromiseEnd.AnsweredElsewhere)
            .On(Later)
            .OnTime.ShouldBe(true);

    [Fact]
    public void Team_times_and_closed_time_add_up_across_the_clock_change()
    {
        var clocks = Story
            .Made("2027-03-27 23:30", "2027-03-31 17:00", "kcc")
            .Move("2027-03-28 00:30", "burgerzaken")
            .Bounce("2027-03-28 03:30", "belastingen")
            .End("2027-03-28 05:30", PromiseEnd.Reached)
            .Reopen("2027-03-28 06:30")
            .End("2027-03-28 07:00", PromiseEnd.Reached)
            .On(Later)
            .Clocks;
        clocks.CitizenSeconds.ShouldBe((long)Duration.FromMinutes(390).TotalSeconds);
        clocks.ClosedSeconds.ShouldBe(3_600);
        clocks.TeamSeconds.ShouldBe(
            new Dictionary<string, long>(StringComparer.Ordinal)
            {
                ["kcc"] = 3_600,
                ["burgerzaken"] = 2 * 3_600,
                ["belastingen"] = (2 * 3_600) + 1_800,
            }
        );
    }

    [Fact]
    public void The_citizens_clock_runs_to_now_while_it_is_open_and_stops_at_the_last_end()
    {
        var story = Story.Made(Made, Due);
        story.On("2027-05-03 10:00:01").Clocks.CitizenSeconds.ShouldBe(1);
        story.End("2027-05-03 11:00", PromiseEnd.Delivered);
        story.On(Later).Clocks.CitizenSeconds.ShouldBe(3_600);
        story.Reopen("2027-05-03 12:00");
        story.On("2027-05-03 12:30").Clocks.CitizenSeconds.ShouldBe(9_000);
        story.On("2027-05-03 12:30").Clocks.ClosedSeconds.ShouldBe(3_600);
    }

    [Fact]
    public void The_team_that_had_it_owns_it_again_unless_another_is_named()
    {
        var story = Story
            .Made(Made, Due)
            .Move("2027-05-03 11:00", "belastingen")
            .End("2027-05-03 12:00", PromiseEnd.Reached);
        var again = Story
            .Made(Made, Due)
            .Move("2027-05-03 11:00", "belastingen")
            .End("2027-05-03 12:00", PromiseEnd.Reached);
        story.Reopen("2027-05-03 13:00").On(Later).Team.ShouldBe("belastingen");
        again.Reopen("2027-05-03 13:00", "regie").On(Later).Team.ShouldBe("regie");
    }

    [Fact]
    public void A_figure_belongs_to_the_team_that_owned_it_at_the_limit()
    {
        var story = Story.Made(Made, Due, "a").Move("2027-05-04 16:59:59", "b").Move("2027-05-04 17:00:01", "c");
        story.On(Later).FigureTeam.ShouldBe("b");
        story.On(Later).Team.ShouldBe("c");
    }

    [Fact]
    public void A_move_in_the_very_second_of_the_limit_counts_for_the_new_owner() =>
        Story.Made(Made, Due, "a").Move(Due, "b").On(Later).FigureTeam.ShouldBe("b");

    [Fact]
    public void A_figure_belongs_to_the_team_at_the_end_when_that_came_earlier() =>
        Story
            .Made(Made, Due, "a")
            .Move("2027-05-04 12:00", "b")
            .End("2027-05-04 12:00", PromiseEnd.Reached)
            .Reopen("2027-05-04 13:00", "c")
            .End("2027-05-04 14:00", PromiseEnd.Reached)
            .On(Later)
            .FigureTeam.ShouldBe("c");

    [Fact]
    public void While_it_was_closed_at_the_limit_who_had_it_last_has_the_figure() =>
        Story
            .Made(Made, Due, "a")
            .End("2027-05-04 12:00", PromiseEnd.Reached)
            .Reopen("2027-05-05 12:00", "b")
            .On(Later)
            .FigureTeam.ShouldBe("a");

    [Fact]
    public void As_of_an_earlier_moment_nothing_recorded_later_is_seen()
    {
        var story = Story
            .Made(Made, Due)
            .Attempt("2027-05-04 12:00", AttemptOutcome.Reached, recorded: "2027-05-04 17:30")
            .End("2027-05-04 17:30", PromiseEnd.Reached);
        story.On("2027-05-04 17:29:59").Verdict.ShouldBe(KeptVerdict.OpenLate);
        story.On("2027-05-04 17:30").Verdict.ShouldBe(KeptVerdict.OnTime);
    }

    [Fact]
    public void Before_it_was_made_there_is_no_promise()
    {
        var story = Story.Made(Made, Due);
        PromiseLedger.ExistsAt(story.Events, At("2027-05-03 09:59:59")).ShouldBeFalse();
        PromiseLedger.ExistsAt(story.Events, At(Made)).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => story.On("2027-05-03 09:59:59"));
    }

    [Fact]
    public void Repeat_calls_are_counted_and_change_nothing_else()
    {
        var state = Story
            .Made(Made, Due)
            .Note(PromiseEventType.Repeat, "2027-05-03 12:00")
            .Note(PromiseEventType.Told, "2027-05-03 12:01")
            .Note(PromiseEventType.Repeat, "2027-05-04 12:00")
            .On("2027-05-04 13:00");
        state.Repeats.ShouldBe(2);
        state.Verdict.ShouldBe(KeptVerdict.NotYet);
    }

    [Fact]
    public void Figures_count_every_promise_once_and_the_teams_add_up()
    {
        PromiseState[] states =
        [
            Story.Made(Made, Due, "a").End(Due, PromiseEnd.Reached).On(Later),
            Story.Made(Made, Due, "a").On(Later),
            Story.Made(Made, Due, "b").End(Later, PromiseEnd.Delivered).On(Later),
            Story.Made(Made, Due, "b").End(Made, PromiseEnd.Withdrawn).On(Later),
            Story.Made(Made, Due, "b").End(Later, PromiseEnd.Withdrawn).On(Later),
            Story.Made(Made, Due, "b").End(Made, PromiseEnd.NotOwed).On(Later),
            Story.Made(Made, null, "b").On(Later),
            Story.Made(Made, Due, "b").Join(Made, null).End(Made, PromiseEnd.AnsweredElsewhere).On(Later),
            Story
                .Made(Made, Due, "b")
                .Renew(Made, Later, WishedBy.Us)
                .End("2027-05-20 12:00", PromiseEnd.Reached)
                .On(Later),
        ];
        PromiseFigures
            .Total(states)
            .ShouldBe(
                new PromiseFigures(OnTime: 1, Late: 4, OpenLate: 1, Withdrawn: 1, NotOwed: 1, ByMomentInForce: 2)
            );
        var teams = PromiseFigures.ByTeam(states);
        teams["a"]
            .ShouldBe(
                new PromiseFigures(OnTime: 1, Late: 1, OpenLate: 1, Withdrawn: 0, NotOwed: 0, ByMomentInForce: 1)
            );
        (teams["a"] + teams["b"]).ShouldBe(PromiseFigures.Total(states));
    }
}
