using Terecht.Modules.Promises.Contracts;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises.Norms;

/// <summary>The moment never moves by itself, and the limit hardly ever.</summary>
public sealed class MomentsTests
{
    private const string Made = "2027-05-03 10:00";
    private const string Tuesday = "2027-05-04 17:00";
    private const string Wednesday = "2027-05-05 17:00";
    private const string Thursday = "2027-05-06 17:00";
    private const string Friday = "2027-05-07 17:00";
    private const string Later = "2027-06-01 12:00";

    [Fact]
    public void Re_routing_five_times_touches_no_moment()
    {
        var story = Story.Made(Made, Tuesday);
        for (var hour = 11; hour < 16; hour++)
        {
            story.Move($"2027-05-03 {hour}:00", $"team{hour}");
        }

        story.On(Made).Moments.ShouldBe(story.On(Later).Moments);
        story.On(Later).Moments.ShouldBe(PromiseMoments.Starting(At(Tuesday)));
    }

    [Fact]
    public void A_renewal_by_us_moves_the_moment_in_force_and_not_the_limit()
    {
        var state = Story
            .Made(Made, Tuesday)
            .Renew("2027-05-04 12:00", Thursday, WishedBy.Us)
            .End(Wednesday, PromiseEnd.Reached)
            .On(Later);
        state.Moments.First.ShouldBe(At(Tuesday));
        state.Moments.InForce.ShouldBe(At(Thursday));
        state.Moments.Limit.ShouldBe(At(Tuesday));
        state.OnTime.ShouldBe(false);
        state.ByMomentInForce.ShouldBeTrue();
    }

    [Fact]
    public void A_renewal_by_the_citizen_moves_the_limit_too()
    {
        var state = Story
            .Made(Made, Tuesday)
            .Renew("2027-05-04 12:00", Thursday, WishedBy.Citizen)
            .End(Thursday, PromiseEnd.Reached)
            .On(Later);
        state.Moments.First.ShouldBe(At(Tuesday));
        state.Moments.Limit.ShouldBe(At(Thursday));
        state.OnTime.ShouldBe(true);
    }

    [Fact]
    public void The_citizen_may_still_move_it_in_the_last_second()
    {
        Story
            .Made(Made, Tuesday)
            .Renew(Tuesday, Thursday, WishedBy.Citizen)
            .On(Later)
            .Moments.Limit.ShouldBe(At(Thursday));
        Story
            .Made(Made, Tuesday)
            .Renew("2027-05-04 17:00:01", Thursday, WishedBy.Citizen)
            .On(Later)
            .Moments.Limit.ShouldBe(At(Tuesday));
    }

    [Fact]
    public void After_a_renewal_by_us_the_citizen_moves_the_limit_only_until_the_limit()
    {
        var story = Story.Made(Made, Tuesday).Renew("2027-05-04 12:00", Thursday, WishedBy.Us);
        story.Renew(Wednesday, Friday, WishedBy.Citizen);
        story.On(Later).Moments.Limit.ShouldBe(At(Tuesday));
        story.On(Later).Moments.InForce.ShouldBe(At(Friday));
    }

    [Fact]
    public void A_second_wish_of_the_citizen_counts_from_the_limit_then_in_force() =>
        Story
            .Made(Made, Tuesday)
            .Renew("2027-05-04 12:00", Thursday, WishedBy.Citizen)
            .Renew(Wednesday, Friday, WishedBy.Citizen)
            .On(Later)
            .Moments.Limit.ShouldBe(At(Friday));

    [Fact]
    public void A_wish_for_earlier_than_the_first_moment_leaves_the_limit_at_the_first()
    {
        var moments = Story
            .Made(Made, Wednesday)
            .Renew("2027-05-03 12:00", Tuesday, WishedBy.Citizen)
            .On(Later)
            .Moments;
        moments.InForce.ShouldBe(At(Tuesday));
        moments.Limit.ShouldBe(At(Wednesday));
    }

    [Fact]
    public void A_wish_taken_back_brings_the_limit_back_with_it() =>
        Story
            .Made(Made, Tuesday)
            .Renew("2027-05-03 12:00", Friday, WishedBy.Citizen)
            .Renew("2027-05-03 13:00", Thursday, WishedBy.Citizen)
            .On(Later)
            .Moments.Limit.ShouldBe(At(Thursday));

    [Fact]
    public void The_first_date_of_the_event_is_the_first_moment()
    {
        var story = Story.Made(Made, null).Renew("2027-05-10 12:00", "2027-05-20 17:00", WishedBy.Event);
        story.On("2027-05-10 11:59").Verdict.ShouldBe(KeptVerdict.NoMoment);
        story.On(Later).Moments.ShouldBe(PromiseMoments.Starting(At("2027-05-20 17:00")));
    }

    [Fact]
    public void The_limit_moves_with_the_event_both_ways()
    {
        var story = Story
            .Made(Made, null)
            .Renew("2027-05-10 12:00", "2027-05-20 17:00", WishedBy.Event)
            .Renew("2027-05-11 12:00", "2027-05-27 17:00", WishedBy.Event);
        story.On("2027-05-12 12:00").Moments.Limit.ShouldBe(At("2027-05-27 17:00"));
        story.Renew("2027-05-12 13:00", "2027-05-18 17:00", WishedBy.Event);
        var moments = story.On("2027-05-12 14:00").Moments;
        moments.Limit.ShouldBe(At("2027-05-18 17:00"));
        moments.First.ShouldBe(At("2027-05-20 17:00"));
    }

    [Fact]
    public void An_event_that_moves_after_the_limit_makes_nothing_good() =>
        Story
            .Made(Made, null)
            .Renew("2027-05-10 12:00", "2027-05-20 17:00", WishedBy.Event)
            .Renew("2027-05-21 12:00", "2027-06-20 17:00", WishedBy.Event)
            .On(Later)
            .Verdict.ShouldBe(KeptVerdict.OpenLate);

    [Fact]
    public void A_join_takes_the_earlier_moment_and_the_limit_comes_forward()
    {
        var moments = Story.Made(Made, Thursday).Join("2027-05-03 12:00", Tuesday).On(Later).Moments;
        moments.First.ShouldBe(At(Thursday));
        moments.InForce.ShouldBe(At(Tuesday));
        moments.Limit.ShouldBe(At(Tuesday));
    }

    [Fact]
    public void A_join_with_a_later_moment_changes_none() =>
        Story
            .Made(Made, Tuesday)
            .Join("2027-05-03 12:00", Thursday)
            .On(Later)
            .Moments.ShouldBe(PromiseMoments.Starting(At(Tuesday)));

    [Fact]
    public void After_a_join_the_citizen_can_still_ask_for_later()
    {
        var moments = Story
            .Made(Made, Thursday)
            .Join("2027-05-03 12:00", Tuesday)
            .Renew("2027-05-03 13:00", Wednesday, WishedBy.Citizen)
            .On(Later)
            .Moments;
        moments.Limit.ShouldBe(At(Wednesday));
    }

    [Fact]
    public void A_join_gives_a_promise_without_a_moment_its_first() =>
        Story
            .Made(Made, null)
            .Join("2027-05-03 12:00", Tuesday)
            .On(Later)
            .Moments.ShouldBe(PromiseMoments.Starting(At(Tuesday)));

    [Fact]
    public void Reopening_keeps_the_same_first_moment_and_limit()
    {
        var state = Story
            .Made(Made, Tuesday)
            .End("2027-05-04 12:00", PromiseEnd.Reached)
            .Reopen("2027-05-06 12:00")
            .On(Later);
        state.Moments.ShouldBe(PromiseMoments.Starting(At(Tuesday)));
        state.Verdict.ShouldBe(KeptVerdict.OpenLate);
    }
}
