using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises;

/// <summary>A day before the works begin: until they have a date there is no moment, and then everybody moves together.</summary>
public sealed class HappeningTests
{
    [Fact]
    public async Task Without_a_date_there_is_a_check_moment_and_no_moment()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var works = await Works.AddAsync(world);

        var made = await BeforeAsync(world, works, 1);

        var row = await made.RowAsync();
        (row.FirstDue, row.Due, row.LimitAt).ShouldBe((null, null, null));
        row.LookAt.ShouldBe(At("2027-05-13 10:46"));
        row.Words.ShouldBe(
            "U wordt gebeld door team Belastingen, op 06 12 34 56 78, een dag voordat de werkzaamheden in de Hofstraat "
                + "beginnen. De datum is nog niet bekend. Wij kijken daar uiterlijk donderdag 13 mei om 10.46 uur weer naar."
        );
    }

    [Theory]
    [InlineData("reached")]
    [InlineData("answered_elsewhere")]
    [InlineData(null)]
    public async Task Without_a_moment_it_is_never_late_and_counts_in_neither_figure(string? end)
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var works = await Works.AddAsync(world);
        var made = await BeforeAsync(world, works, 1);
        var other = await Made.InAsync(world, about: made.Matter);
        app.Clock.Set(2028, 6, 1, 12, 0);

        if (end is not null)
        {
            var elsewhere = end == "answered_elsewhere";
            var done = await made.EndAsync(
                PromiseWords.ParseEnd(end)!.Value,
                elsewhere ? EndReason.Promise : null,
                elsewhere ? other.Id : null
            );
            done.ShouldBeOfType<ActResult.Done>();
        }

        var state = await made.StateAsync();
        (state.Verdict, state.OnTime, state.ByMomentInForce).ShouldBe((KeptVerdict.NoMoment, null, false));
        PromiseFigures.Of(state).ShouldBe(PromiseFigures.Zero);
        (await made.RowAsync()).OnTime.ShouldBeNull();
    }

    [Fact]
    public async Task The_date_gives_everybody_tied_to_it_the_first_moment_by_the_event()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var works = await Works.AddAsync(world);
        var dayBefore = await BeforeAsync(world, works, 1);
        var weekBefore = await BeforeAsync(world, works, 7);
        var untied = await Made.InAsync(world);
        var ended = await BeforeAsync(world, works, 1);
        await ended.EndAsync(PromiseEnd.Withdrawn);
        var words = (await dayBefore.RowAsync()).Words;

        // Monday 7 June: the day before it is a Sunday, so the Friday before that.
        (await works.BeginOnAsync(6, 7)).ShouldBe(2);

        var row = await dayBefore.RowAsync();
        var friday = At("2027-06-04 17:00");
        (row.FirstDue, row.Due, row.LimitAt, row.LookAt, row.Words).ShouldBe((friday, friday, friday, friday, words));
        var renewed = (await dayBefore.HistoryAsync())[^1];
        (renewed.Type, renewed.By, renewed.Reason, renewed.Due).ShouldBe(
            (PromiseEventType.Renew, WishedBy.Event, RenewReason.Dated, friday)
        );
        (await weekBefore.RowAsync()).FirstDue.ShouldBe(At("2027-05-31 17:00"));
        (await untied.EventsAsync()).ShouldBe(["promise.made"]);
        (await ended.RowAsync()).Due.ShouldBeNull();
        (await ended.EventsAsync()).ShouldBe(["promise.made", "promise.end"]);
    }

    [Theory]
    [InlineData(14, "2027-06-11 17:00")]
    [InlineData(1, "2027-05-31 17:00")]
    public async Task A_second_date_moves_the_limit_too_and_never_the_first_moment(int dayOfJune, string moment)
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var works = await Works.AddAsync(world);
        var made = await BeforeAsync(world, works, 1);
        await works.BeginOnAsync(6, 8);

        (await works.BeginOnAsync(6, dayOfJune)).ShouldBe(1);

        var row = await made.RowAsync();
        (row.FirstDue, row.Due, row.LimitAt).ShouldBe((At("2027-06-07 17:00"), At(moment), At(moment)));
    }

    [Fact]
    public async Task A_second_date_after_the_limit_moves_the_moment_and_what_is_late_stays_late()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var works = await Works.AddAsync(world);
        var made = await BeforeAsync(world, works, 1);
        await works.BeginOnAsync(6, 8);
        app.Clock.Set(2027, 6, 7, 17, 0, 1);

        await works.BeginOnAsync(6, 15);

        var row = await made.RowAsync();
        (row.Due, row.LimitAt).ShouldBe((At("2027-06-14 17:00"), At("2027-06-07 17:00")));
        (await made.StateAsync()).OnTime.ShouldBe(false);
    }

    [Fact]
    public async Task What_we_renewed_to_just_that_day_gets_its_limit_from_the_event()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var works = await Works.AddAsync(world);
        var made = await BeforeAsync(world, works, 1);
        await works.BeginOnAsync(6, 8);
        var chosen = new Chosen.Part(new LocalDate(2027, 6, 14), Daypart.Afternoon);
        await made.ActAsync(
            (id, seq, staff) => new PromiseAct.Renew(id, seq, staff, chosen, WishedBy.Us, RenewReason.Waiting)
        );

        await works.BeginOnAsync(6, 15);

        var row = await made.RowAsync();
        (row.Due, row.LimitAt, row.NotBefore).ShouldBe((At("2027-06-14 17:00"), At("2027-06-14 17:00"), null));
    }

    [Fact]
    public async Task The_same_date_again_moves_nobody()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var works = await Works.AddAsync(world);
        var made = await BeforeAsync(world, works, 1);
        await works.BeginOnAsync(6, 8);
        var chosen = new Chosen.Part(new LocalDate(2027, 6, 10), Daypart.Morning);
        await made.ActAsync(
            (id, seq, staff) => new PromiseAct.Renew(id, seq, staff, chosen, WishedBy.Citizen, RenewReason.Asked)
        );

        (await works.BeginOnAsync(6, 8)).ShouldBe(0);

        var row = await made.RowAsync();
        (row.Due, row.LimitAt).ShouldBe((At("2027-06-10 12:00"), At("2027-06-10 12:00")));
    }

    [Fact]
    public async Task Looked_again_those_without_a_moment_wait_for_the_next_look()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var works = await Works.AddAsync(world);
        var waiting = await BeforeAsync(world, works, 1);
        var wished = await BeforeAsync(world, works, 1);
        var chosen = new Chosen.Part(new LocalDate(2027, 5, 6), Daypart.Morning);
        await wished.ActAsync(
            (id, seq, staff) => new PromiseAct.Renew(id, seq, staff, chosen, WishedBy.Citizen, RenewReason.Asked)
        );

        (await works.LookAgainAsync(At("2027-06-01 09:00"))).ShouldBe(1);

        (await works.RowAsync()).CheckAt.ShouldBe(At("2027-06-01 09:00"));
        var row = await waiting.RowAsync();
        (row.LookAt, row.Due).ShouldBe((At("2027-06-01 09:00"), null));
        (await wished.RowAsync()).LookAt.ShouldBe(At("2027-05-06 12:00"));
    }

    [Fact]
    public async Task Made_when_the_date_is_known_it_has_its_moment_at_once()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var works = await Works.AddAsync(world);
        await works.BeginOnAsync(6, 8);

        var made = await BeforeAsync(world, works, 7);

        var row = await made.RowAsync();
        (row.FirstDue, row.LimitAt).ShouldBe((At("2027-06-01 17:00"), At("2027-06-01 17:00")));
        row.Words.ShouldEndWith(
            "een week voordat de werkzaamheden in de Hofstraat beginnen. Dat is uiterlijk dinsdag 1 juni om 17.00 uur."
        );
    }

    private static Task<Made> BeforeAsync(World world, Works works, int days) =>
        Made.InAsync(world, make => make with { When = works.DaysBefore(days) });
}
