using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises.Norms;

public sealed class JoiningTests
{
    private const string Now = "2027-05-03 12:00";

    [Fact]
    public void The_one_with_the_earlier_limit_goes_on_and_keeps_its_moment()
    {
        var wednesday = Story.Made("2027-05-03 10:00", "2027-05-05 17:00").On(Now);
        var tuesday = Story.Made("2027-05-03 11:00", "2027-05-04 17:00").On(Now);
        Joining.Of(wednesday, tuesday).ShouldBe(new Joining.Decision(false, At("2027-05-04 17:00")));
        Joining.Of(tuesday, wednesday).ShouldBe(new Joining.Decision(true, At("2027-05-04 17:00")));
    }

    [Fact]
    public void With_the_same_limit_the_one_made_first_goes_on()
    {
        var first = Story.Made("2027-05-03 10:00", "2027-05-05 17:00").On(Now);
        var second = Story.Made("2027-05-03 11:00", "2027-05-05 17:00").On(Now);
        Joining.Of(second, first).FirstGoesOn.ShouldBeFalse();
        Joining.Of(first, second).FirstGoesOn.ShouldBeTrue();
    }

    [Fact]
    public void A_promise_that_we_put_off_cannot_be_made_good_by_joining_it()
    {
        var putOff = Story
            .Made("2027-05-01 10:00", "2027-05-03 11:00")
            .Renew("2027-05-03 10:30", "2027-05-07 17:00", WishedBy.Us)
            .On(Now);
        var fresh = Story.Made("2027-05-03 11:30", "2027-05-06 17:00").On(Now);
        var decision = Joining.Of(fresh, putOff);
        decision.FirstGoesOn.ShouldBeFalse();
        decision.Due.ShouldBe(At("2027-05-06 17:00"));
    }

    [Fact]
    public void A_promise_without_a_moment_goes_into_the_one_that_has_one()
    {
        var none = Story.Made("2027-05-03 10:00", null).On(Now);
        var dated = Story.Made("2027-05-03 11:00", "2027-05-05 17:00").On(Now);
        Joining.Of(none, dated).ShouldBe(new Joining.Decision(false, At("2027-05-05 17:00")));
        Joining.Of(none, none).Due.ShouldBeNull();
    }
}
