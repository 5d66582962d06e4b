using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Data;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;
using static Terecht.Tests.Modules.Organisation.Calendars.TestCalendars;

namespace Terecht.Tests.Modules.Promises;

/// <summary>Another moment. The first one stays; whose wish it was, and whether the limit had passed, decides about "on time".</summary>
public sealed class RenewTests
{
    private static readonly Chosen Thursday = new Chosen.Part(new LocalDate(2027, 5, 6), Daypart.Afternoon);
    private static readonly Instant First = At("2027-05-04 17:00");
    private static readonly Instant ThursdayAtFive = At("2027-05-06 17:00");

    [Fact]
    public async Task By_the_citizen_before_the_limit_the_limit_goes_along()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);

        (await ByCitizenAsync(made, Thursday)).ShouldBeOfType<ActResult.Done>();

        var row = await made.RowAsync();
        (row.FirstDue, row.Due, row.LimitAt).ShouldBe((First, ThursdayAtFive, ThursdayAtFive));
        (row.NotBefore, row.LookAt, row.Renewals).ShouldBe((At("2027-05-06 12:00"), ThursdayAtFive, (short)1));
        app.Clock.Set(2027, 5, 6, 17, 0);
        await ReachedAsync(made);
        (await made.RowAsync()).OnTime.ShouldBe(true);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task The_citizen_may_wish_until_the_very_second_of_the_limit(int secondsAfter, bool onTime)
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        app.Clock.Set(2027, 5, 4, 17, 0, secondsAfter);

        await ByCitizenAsync(made, Thursday);

        (await made.RowAsync()).LimitAt.ShouldBe(onTime ? ThursdayAtFive : First);
        app.Clock.Set(2027, 5, 6, 9, 0);
        await ReachedAsync(made);
        var row = await made.RowAsync();
        (row.FirstDue, row.Due, row.OnTime).ShouldBe((First, ThursdayAtFive, onTime));
    }

    [Fact]
    public async Task By_us_the_moment_moves_and_the_limit_never_does()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);

        await ByUsAsync(made, Thursday);

        var row = await made.RowAsync();
        (row.FirstDue, row.Due, row.LimitAt).ShouldBe((First, ThursdayAtFive, First));
        app.Clock.Set(2027, 5, 5, 9, 0);
        await ReachedAsync(made);
        var state = await made.StateAsync();
        (state.OnTime, state.ByMomentInForce).ShouldBe((false, true));
    }

    [Fact]
    public async Task A_wish_after_our_renewal_counts_from_the_limit_and_not_from_our_moment()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await ByUsAsync(made, Thursday);

        await ByCitizenAsync(made, new Chosen.Part(new LocalDate(2027, 5, 5), Daypart.Morning));

        (await made.RowAsync()).LimitAt.ShouldBe(At("2027-05-05 12:00"));
    }

    [Fact]
    public async Task An_earlier_wish_moves_the_moment_and_leaves_the_limit_at_the_first()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);

        await ByCitizenAsync(made, new Chosen.Part(new LocalDate(2027, 5, 4), Daypart.Morning));

        var row = await made.RowAsync();
        (row.Due, row.LimitAt).ShouldBe((At("2027-05-04 12:00"), First));
    }

    [Fact]
    public async Task A_closed_a_past_and_the_same_moment_are_refused_and_nothing_changes()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);

        foreach (
            var chosen in new Chosen[]
            {
                new Chosen.Part(new LocalDate(2027, 5, 8), Daypart.Morning),
                new Chosen.Part(new LocalDate(2027, 5, 5), Daypart.Evening),
                new Chosen.Part(new LocalDate(2027, 4, 30), Daypart.Morning),
                new Chosen.At(app.Clock.Now()),
                new Chosen.Part(new LocalDate(2027, 5, 4), Daypart.Afternoon),
            }
        )
        {
            (await ByCitizenAsync(made, chosen)).ShouldBeOfType<ActResult.Refused>().Field.ShouldBe("Chosen");
        }

        var row = await made.RowAsync();
        (row.Due, row.Renewals, row.Seq).ShouldBe((First, (short)0, 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData(RenewReason.Asked)]
    [InlineData(RenewReason.Undone)]
    public async Task By_us_needs_a_reason_of_ours(string reason)
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);

        var answer = await RenewAsync(made, Thursday, WishedBy.Us, reason);

        answer.ShouldBeOfType<ActResult.Refused>().Field.ShouldBe("Reason");
        (await made.RowAsync()).Due.ShouldBe(First);
    }

    [Fact]
    public async Task What_has_ended_gets_no_other_moment()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        await ReachedAsync(made);

        (await ByCitizenAsync(made, Thursday)).ShouldBeOfType<ActResult.Refused>();

        (await made.RowAsync()).Due.ShouldBe(First);
    }

    [Fact]
    public async Task An_open_door_has_no_moment_to_renew()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(
            world,
            make => make with { Kind = "open_door", When = new PromiseWhen.OpenDoor(new LocalDate(2027, 5, 7), null) }
        );

        (await ByCitizenAsync(made, Thursday)).ShouldBeOfType<ActResult.Refused>();

        (await made.RowAsync()).Due.ShouldBeNull();
    }

    [Fact]
    public async Task A_team_that_changed_its_calendar_keeps_what_it_promised_and_promises_by_the_new_one()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        var before = await made.RowAsync();

        await CloseAsync(world, "2027-05-04", "2027-05-06");

        var after = await made.RowAsync();
        (after.Due, after.Words, after.CalendarVersionId).ShouldBe((First, before.Words, before.CalendarVersionId));
        (await ByCitizenAsync(made, Thursday)).ShouldBeOfType<ActResult.Refused>().Field.ShouldBe("Chosen");
        var friday = new Chosen.Part(new LocalDate(2027, 5, 7), Daypart.Morning);
        (await ByCitizenAsync(made, friday)).ShouldBeOfType<ActResult.Done>();
        (await made.RowAsync()).Due.ShouldBe(At("2027-05-07 12:00"));
    }

    [Fact]
    public async Task Over_the_weekend_in_which_the_clock_changes_moments_are_local_and_clocks_are_real_seconds()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        app.Clock.Set(2027, 3, 26, 15, 0);
        var made = await Made.InAsync(world);
        (await made.RowAsync()).Due.ShouldBe(At("2027-03-29 17:00"));
        app.Clock.Set(2027, 3, 28, 1, 59, 59);

        await ByCitizenAsync(made, new Chosen.Part(new LocalDate(2027, 3, 30), Daypart.Morning));

        (await made.RowAsync()).LimitAt.ShouldBe(Instant.FromUtc(2027, 3, 30, 10, 0));
        app.Clock.Set(2027, 3, 29, 15, 0);
        await ReachedAsync(made);
        (await made.StateAsync()).Clocks.CitizenSeconds.ShouldBe(71 * 3600);
    }

    [Fact]
    public async Task All_renewed_by_us_at_16_59_changes_nothing_about_on_time()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var renewed = await ManyAsync(world);
        var left = await ManyAsync(world);
        app.Clock.Set(2027, 5, 4, 16, 59);

        foreach (var made in renewed)
        {
            (await ByUsAsync(made, Thursday)).ShouldBeOfType<ActResult.Done>();
        }

        app.Clock.Set(2027, 5, 6, 16, 0);
        foreach (var made in renewed.Concat(left))
        {
            await ReachedAsync(made);
        }
        var (ours, theirs) = (await StatesAsync(renewed), await StatesAsync(left));
        ours.Count(s => s.OnTime == true).ShouldBe(0);
        theirs.Count(s => s.OnTime == true).ShouldBe(0);
        (ours.Count(s => s.ByMomentInForce), theirs.Count(s => s.ByMomentInForce)).ShouldBe((ours.Count, 0));
    }

    private static async Task<List<Made>> ManyAsync(World world)
    {
        var all = new List<Made>();
        foreach (var _ in Enumerable.Range(1, 25))
        {
            all.Add(await Made.InAsync(world));
        }
        return all;
    }

    private static async Task<List<PromiseState>> StatesAsync(List<Made> all)
    {
        var states = new List<PromiseState>();
        foreach (var made in all)
        {
            states.Add(await made.StateAsync());
        }
        return states;
    }

    private static Task CloseAsync(World world, params string[] days) =>
        world.App.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TerechtDb>();
            var calendar = await db.Set<CalendarVersion>().SingleAsync();
            const string day = """[["08:30","17:00"]]""";
            var closures = string.Join(',', days.Select(d => $$"""{"date":"{{d}}","name":"Staking"}"""));
            db.Add(
                new CalendarVersion
                {
                    Id = world.App.Clock.NewId(),
                    CalendarId = calendar.CalendarId,
                    Number = calendar.Number + 1,
                    Content =
                        $$"""{"code":"standaard","name":"Standaard","weekly":{"mon":{{day}},"thu":{{day}},"fri":{{day}}},"closures":[{{closures}}]}""",
                    RecordedAt = world.App.Clock.Now(),
                }
            );
            await db.SaveChangesAsync();
            ((OrganisationReader)services.GetRequiredService<IOrganisation>()).Forget();
        });

    private static Task<ActResult> ByCitizenAsync(Made made, Chosen chosen) =>
        RenewAsync(made, chosen, WishedBy.Citizen, RenewReason.Asked);

    private static Task<ActResult> ByUsAsync(Made made, Chosen chosen) =>
        RenewAsync(made, chosen, WishedBy.Us, RenewReason.Busy);

    private static Task<ActResult> RenewAsync(Made made, Chosen chosen, WishedBy by, string reason) =>
        made.ActAsync((id, seq, staff) => new PromiseAct.Renew(id, seq, staff, chosen, by, reason));

    private static async Task ReachedAsync(Made made) =>
        (await made.EndAsync(PromiseEnd.Reached)).ShouldBeOfType<ActResult.Done>();
}
