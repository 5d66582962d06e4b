using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Catalogue.Contracts;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Data;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises;

/// <summary>Told, another number, something added, not owed, answered elsewhere, an open door, a call after a reopening.</summary>
public sealed class MoreActsTests
{
    private const string OtherNumber = "+31687654321";
    private const string ThirdNumber = "+31611111111";

    [Fact]
    public async Task Told_is_a_fact_that_is_never_too_late_and_moves_nothing()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.EndAsync(PromiseEnd.Withdrawn);
        var before = await made.RowAsync();

        (await ToldAsync(made)).ShouldBeOfType<ActResult.Done>();

        var row = await made.RowAsync();
        (row.EndedAt, row.Due, row.OnTime, row.Seq).ShouldBe(
            (before.EndedAt, before.Due, before.OnTime, before.Seq + 1)
        );
        (await made.EventsAsync())[^1].ShouldBe("promise.told");
    }

    [Fact]
    public async Task Told_and_asked_again_make_nobodys_form_stale()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        var seen = (await made.RowAsync()).Seq;
        await ToldAsync(made);
        await made.ActAsync((id, seq, staff) => new PromiseAct.Repeat(id, seq, staff, app.Clock.NewId()));

        var took = await made.ActAsync((id, _, staff) => new PromiseAct.Take(id, seen, staff));

        took.ShouldBeOfType<ActResult.Done>().Seq.ShouldBe(4);
        (await made.EventsAsync()).ShouldBe([
            "promise.made",
            "promise.told",
            "promise.repeat",
            "promise.hold",
            "promise.noticed",
        ]);
        // But what somebody did before them does.
        var late = await made.ActAsync((id, _, staff) => new PromiseAct.GiveBack(id, seen, staff));
        late.ShouldBeOfType<ActResult.Stale>().Type.ShouldBe("promise.hold");
    }

    [Fact]
    public async Task Another_number_is_called_from_now_on()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);

        (await ChangeAsync(made, OtherNumber, byCode: false)).ShouldBeOfType<ActResult.Done>();

        var row = await made.RowAsync();
        (row.ToPhone, row.OldPhone, row.PhoneUncheckedAt).ShouldBe((OtherNumber, "+31612345678", null));
        // The number that we had is not the agreed one any more.
        await made.AttemptAsync(AttemptOutcome.NoAnswer, app.Clock.Now());
        (await made.StateAsync()).Attempts[0].WhyNot.ShouldBe(AttemptReason.OtherNumber);
    }

    [Fact]
    public async Task Given_without_a_check_it_is_marked_until_a_colleague_finds_it_right()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);

        await ChangeAsync(made, OtherNumber, byCode: true);
        (await made.RowAsync()).PhoneUncheckedAt.ShouldBe(app.Clock.Now());

        (await RightAsync(made, OtherNumber)).ShouldBeOfType<ActResult.Done>();
        (await made.RowAsync()).PhoneUncheckedAt.ShouldBeNull();
        (await RightAsync(made, OtherNumber)).ShouldBeOfType<ActResult.Refused>();
    }

    [Fact]
    public async Task Changed_twice_the_number_known_to_be_right_is_kept()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);

        await ChangeAsync(made, OtherNumber, byCode: true);
        await ChangeAsync(made, ThirdNumber, byCode: true);

        var row = await made.RowAsync();
        (row.ToPhone, row.OldPhone).ShouldBe((ThirdNumber, "+31612345678"));
        // What a colleague looked at was the number before it.
        (await RightAsync(made, OtherNumber))
            .ShouldBeOfType<ActResult.Refused>()
            .Field.ShouldBe("Phone");
        (await made.RowAsync()).PhoneUncheckedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task There_is_no_number_to_change_in_a_letter_and_none_after_the_end()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var letter = await Made.InAsync(world, make => make with { Kind = "write", ToPhone = null });
        var ended = await Made.InAsync(world);
        await ended.EndAsync(PromiseEnd.Reached);

        (await ChangeAsync(letter, OtherNumber, byCode: false)).ShouldBeOfType<ActResult.Refused>();
        (await ChangeAsync(ended, OtherNumber, byCode: false)).ShouldBeOfType<ActResult.Refused>();
        (await AddToAsync(ended)).ShouldBeOfType<ActResult.Refused>();
    }

    [Fact]
    public async Task Something_added_is_seen_and_moves_nothing()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        var before = await made.RowAsync();

        (await AddToAsync(made)).ShouldBeOfType<ActResult.Done>();

        var row = await made.RowAsync();
        (row.Seq, row.Due, row.Words).ShouldBe((before.Seq, before.Due, before.Words));
        (await made.EventsAsync()).ShouldBe(["promise.made", "promise.added_to"]);
    }

    [Fact]
    public async Task Not_owed_is_asked_of_regie_and_stays_open_and_due_until_it_says_yes()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        (await made.EndAsync(PromiseEnd.NotOwed, NotOwedReason.Mistake)).ShouldBeOfType<ActResult.Refused>();

        (await AskAsync(made)).ShouldBeOfType<ActResult.Done>();
        (await AskAsync(made)).ShouldBeOfType<ActResult.Refused>();

        var row = await made.RowAsync();
        (row.IsOpen, row.Due, row.NotOwedAskedBy).ShouldBe((true, At("2027-05-04 17:00"), world.Specialist.StaffId));
        app.Clock.Set(2027, 5, 4, 17, 0, 1);
        (await made.StateAsync()).Verdict.ShouldBe(KeptVerdict.OpenLate);

        // Regie says yes: it was never late.
        var agreed = await made.ByAsync(
            world.Coordinator,
            (id, seq, staff) =>
                new PromiseAct.End(id, seq, staff, PromiseEnd.NotOwed, NotOwedReason.Mistake, app.Clock.Now(), "")
                {
                    RegieAgrees = true,
                }
        );
        agreed.ShouldBeOfType<ActResult.Done>();
        row = await made.RowAsync();
        (row.EndCode, row.OnTime, row.NotOwedAskedAt).ShouldBe(("not_owed", null, null));
        (await made.StateAsync()).Verdict.ShouldBe(KeptVerdict.NotOwed);
    }

    [Fact]
    public async Task Regie_may_say_that_it_is_owed_after_all()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await AskAsync(made);

        Task<ActResult> Refuse() =>
            made.ByAsync(world.Coordinator, (id, seq, staff) => new PromiseAct.RefuseNotOwed(id, seq, staff));

        (await Refuse()).ShouldBeOfType<ActResult.Done>();
        var row = await made.RowAsync();
        (row.IsOpen, row.NotOwedAskedAt, row.NotOwedReason).ShouldBe((true, null, null));
        (await Refuse()).ShouldBeOfType<ActResult.Refused>();
    }

    [Theory]
    [InlineData(true, true, NotOwedReason.Acquisition, true)]
    [InlineData(true, true, NotOwedReason.Double, false)]
    [InlineData(true, false, NotOwedReason.Acquisition, false)]
    [InlineData(false, true, NotOwedReason.Acquisition, false)]
    public async Task The_municipality_may_have_decided_that_acquisition_is_not_owed(
        bool ruled,
        bool topicIsAcquisition,
        string reason,
        bool ends
    )
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        await RuleAsync(world, ruled, topicIsAcquisition);
        var made = await Made.InAsync(world);

        await made.EndAsync(PromiseEnd.NotOwed, reason);

        (await made.RowAsync()).EndCode.ShouldBe(ends ? "not_owed" : null);
    }

    [Fact]
    public async Task Answered_elsewhere_names_the_contact_that_did()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        var other = await Made.InAsync(world);
        var (here, there) = (await ContactAsync(world, made.Matter), await ContactAsync(world, other.Matter));

        foreach (var answeredBy in new Guid?[] { null, there, other.Id })
        {
            (await made.EndAsync(PromiseEnd.AnsweredElsewhere, EndReason.Contact, answeredBy))
                .ShouldBeOfType<ActResult.Refused>()
                .Field.ShouldBe("AnsweredBy");
        }
        (await made.RowAsync()).AnsweredBy.ShouldBeNull();
        await made.EndAsync(PromiseEnd.AnsweredElsewhere, EndReason.Contact, here);

        var row = await made.RowAsync();
        (row.EndCode, row.AnsweredBy, row.OnTime).ShouldBe(("answered_elsewhere", here, true));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Answered_elsewhere_names_the_promise_that_did_and_is_judged_at_its_end(int seconds, bool onTime)
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        var sister = await Made.InAsync(world, about: made.Matter);
        var stranger = await Made.InAsync(world);
        app.Clock.Set(2027, 5, 4, 17, 0, seconds);

        foreach (var answeredBy in new[] { stranger.Id, made.Id })
        {
            (await made.EndAsync(PromiseEnd.AnsweredElsewhere, EndReason.Promise, answeredBy))
                .ShouldBeOfType<ActResult.Refused>()
                .Field.ShouldBe("AnsweredBy");
        }
        await made.EndAsync(PromiseEnd.AnsweredElsewhere, EndReason.Promise, sister.Id);

        var row = await made.RowAsync();
        (row.AnsweredBy, row.OnTime).ShouldBe((sister.Id, onTime));
        (await made.StateAsync()).Verdict.ShouldBe(onTime ? KeptVerdict.OnTime : KeptVerdict.Late);
    }

    [Theory]
    [InlineData(false, "U mag team Belastingen zelf terugbellen, tot en met vrijdag 7 mei. ")]
    [InlineData(true, "U mag Fatma Öztürk van team Belastingen zelf terugbellen, tot en met vrijdag 7 mei. ")]
    public async Task An_open_door_says_whom_one_may_call_until_when_and_is_never_late(bool person, string words)
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var door = new PromiseWhen.OpenDoor(new LocalDate(2027, 5, 7), person ? world.Specialist.StaffId : null);

        var made = await Made.InAsync(world, make => make with { Kind = "open_door", When = door });

        var row = await made.RowAsync();
        row.Words.ShouldBe($"{words}Bel 14 099 en noem uw nummer van deze vraag.");
        (row.Due, row.DoorUntil, row.LookAt, row.DoorStaffId).ShouldBe(
            (null, At("2027-05-08 00:00"), At("2027-05-08 00:00"), door.StaffId)
        );
        app.Clock.Set(2027, 6, 1, 9, 0);
        (await made.StateAsync()).Verdict.ShouldBe(KeptVerdict.NoMoment);
    }

    [Fact]
    public async Task A_call_may_not_be_set_back_to_before_the_promise_was_last_opened()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.AttemptAsync(AttemptOutcome.NoAnswer, app.Clock.Now());
        await made.EndAsync(PromiseEnd.Withdrawn);
        app.Clock.Set(2027, 5, 3, 14, 0);
        await made.ActAsync((id, seq, staff) => new PromiseAct.Reopen(id, seq, staff, ReopenReason.Asked));
        app.Clock.Set(2027, 5, 3, 15, 0);

        (await made.AttemptAsync(AttemptOutcome.NoAnswer, At("2027-05-03 13:59:59")))
            .ShouldBeOfType<ActResult.Refused>()
            .Sentence.ShouldBe("Deze tijd ligt voor het heropenen. Vul een latere tijd in.");
        (await made.RowAsync()).Attempts.ShouldBe((short)0);
        await made.AttemptAsync(AttemptOutcome.NoAnswer, At("2027-05-03 14:00"));

        (await made.RowAsync()).Attempts.ShouldBe((short)1);
        // The one before the reopening is shown, and counts no longer.
        (await made.StateAsync())
            .Attempts.Select(a => a.WhyNot)
            .ShouldBe([AttemptReason.BeforeReopening, null]);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_opened_again()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await made.EndAsync(PromiseEnd.Withdrawn);

        var answer = await made.ActAsync((id, seq, staff) => new PromiseAct.Reopen(id, seq, staff, " "));

        answer.ShouldBeOfType<ActResult.Refused>().Field.ShouldBe("Reason");
    }

    private static Task<ActResult> ToldAsync(Made made) =>
        made.ActAsync((id, _, staff) => new PromiseAct.Told(id, staff, "phone", ToldAbout.Late));

    private static Task<ActResult> ChangeAsync(Made made, string phone, bool byCode) =>
        made.ActAsync((id, seq, staff) => new PromiseAct.ChangeNumber(id, seq, staff, phone, byCode));

    private static Task<ActResult> RightAsync(Made made, string phone) =>
        made.ActAsync((id, seq, staff) => new PromiseAct.NumberIsRight(id, seq, staff) { Phone = phone });

    private static Task<ActResult> AddToAsync(Made made) =>
        made.ActAsync((id, seq, staff) => new PromiseAct.AddTo(id, seq, staff));

    private static Task<ActResult> AskAsync(Made made) =>
        made.ActAsync((id, seq, staff) => new PromiseAct.AskNotOwed(id, seq, staff, NotOwedReason.Mistake));

    private static Task<Guid> ContactAsync(World world, Guid matter) =>
        world.App.InScopeAsync(async services =>
        {
            var contact = services
                .GetRequiredService<IContacts>()
                .AddToMatter(
                    new ContactOnMatter(
                        matter,
                        world.Municipality,
                        world.Remission,
                        world.Wil,
                        "phone",
                        "in",
                        world.Agent.StaffId,
                        null,
                        "",
                        "answered",
                        "",
                        world.App.Clock.Now()
                    )
                );
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync();
            return contact;
        });

    private static Task<int> RuleAsync(World world, bool ruled, bool topicIsAcquisition) =>
        world.App.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TerechtDb>();
            db.Add(new MunicipalityRule { MunicipalityId = world.Municipality, AcquisitionNotOwed = ruled });
            if (topicIsAcquisition)
            {
                var topic = await db.Set<Topic>().SingleAsync(t => t.Id == world.Remission);
                topic.Class = "acquisition";
            }
            var rows = await db.SaveChangesAsync();
            ((CatalogueReader)services.GetRequiredService<ICatalogue>()).Forget();
            return rows;
        });
}
