using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;
using Terecht.Tests.Modules.Promises;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.Happenings;

/// <summary>The pages of what moments depend on: looked at first, then given to everybody at once.</summary>
public sealed class HappeningsTests
{
    [Fact]
    public async Task A_date_is_looked_at_and_then_moves_everybody_who_is_tied_to_it()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var works = await Works.AddAsync(world);
        var (day, week) = (await TiedAsync(world, works, 1), await TiedAsync(world, works, 7));
        using var specialist = await Given.SignedInAsync(app, world.Specialist);

        var list = await specialist.GetAsync("/gebeurtenissen");
        list.TextOf("main").ShouldContain("nog geen datum");
        list.TextOf("main").ShouldContain("2 toezeggingen");
        var page = await list.FollowAsync("Hofstraat");
        var looked = await page.Form("#geef").With("datum", "2027-05-12").SubmitAsync();
        looked.TextOf("#doe").ShouldContain("1 toezegging krijgt di 11 mei 17.00 uur");
        looked.TextOf("#doe").ShouldContain("1 toezegging krijgt wo 5 mei 17.00 uur");
        (await day.RowAsync()).Due.ShouldBeNull();
        var given = await looked.Form("#doe").SubmitAsync("Geef iedereen");

        given.Text.ShouldContain("2 toezeggingen kregen hun moment.");
        (await day.RowAsync()).Due.ShouldBe(At(5, 11, 17));
        (await week.RowAsync()).Due.ShouldBe(At(5, 5, 17));
        (await day.EventsAsync()).Count(type => type == "promise.renew").ShouldBe(1);

        // A second date is possible, and what would be late at once is counted first.
        app.Clock.Set(2027, 5, 4, 9, 0);
        var again = await given.Form("#geef").With("datum", "2027-05-06").SubmitAsync();
        again.TextOf("#doe").ShouldContain("1 toezegging is dan meteen te laat.");
        await again.Form("#doe").SubmitAsync("Geef iedereen");
        (await day.RowAsync()).Due.ShouldBe(At(5, 5, 17));
    }

    [Fact]
    public async Task The_same_form_sent_twice_gives_the_date_once()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var works = await Works.AddAsync(world);
        var tied = await TiedAsync(world, works, 1);
        using var specialist = await Given.SignedInAsync(app, world.Specialist);
        var form = (await specialist.GetAsync($"/gebeurtenissen/{works.Id}?datum=2027-05-12")).Form("#doe");

        var first = await form.SubmitAsync();
        var second = await form.SubmitAsync();

        second.Path.ShouldBe(first.Path);
        (await tied.EventsAsync()).Count(type => type == "promise.renew").ShouldBe(1);
    }

    [Fact]
    public async Task Who_looked_at_an_old_state_hears_it_and_nothing_is_written()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var works = await Works.AddAsync(world);
        var tied = await TiedAsync(world, works, 1);
        using var specialist = await Given.SignedInAsync(app, world.Specialist);
        using var colleague = await Given.SignedInAsync(app, world.Colleague);
        var slow = (await colleague.GetAsync($"/gebeurtenissen/{works.Id}?datum=2027-05-20")).Form("#doe");
        await (await specialist.GetAsync($"/gebeurtenissen/{works.Id}?datum=2027-05-12")).Form("#doe").SubmitAsync();

        var late = await slow.SubmitAsync();

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("Een collega veranderde dit net ook.");
        (await tied.RowAsync()).Due.ShouldBe(At(5, 11, 17));
    }

    [Fact]
    public async Task Two_who_give_a_date_at_once_do_not_overwrite_each_other()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var works = await Works.AddAsync(world);
        var tied = await TiedAsync(world, works, 1);
        using var specialist = await Given.SignedInAsync(app, world.Specialist);
        using var colleague = await Given.SignedInAsync(app, world.Colleague);
        var one = (await specialist.GetAsync($"/gebeurtenissen/{works.Id}?datum=2027-05-12")).Form("#doe");
        var two = (await colleague.GetAsync($"/gebeurtenissen/{works.Id}?datum=2027-05-20")).Form("#doe");

        var pages = await Task.WhenAll(one.SubmitAsync(), two.SubmitAsync());

        pages.Select(p => p.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        (await tied.EventsAsync()).Count(type => type == "promise.renew").ShouldBe(1);
    }

    [Fact]
    public async Task Looking_later_moves_the_check_moment_of_all_who_wait()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var works = await Works.AddAsync(world);
        var tied = await TiedAsync(world, works, 1);
        using var specialist = await Given.SignedInAsync(app, world.Specialist);
        var page = await specialist.GetAsync($"/gebeurtenissen/{works.Id}");

        (await page.Form("#later").With("kijk", "2027-05-02").SubmitAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        var done = await page.Form("#later").With("kijk", "2027-05-24").SubmitAsync();

        done.Text.ShouldContain("1 toezegging");
        (await tied.RowAsync()).LookAt.ShouldBe(At(5, 24, 17));
    }

    [Theory]
    [InlineData("2027-05-02", "Deze datum is al voorbij.")]
    [InlineData("morgen", "Vul een datum in")]
    [InlineData("2037-05-02", "binnen twee jaar")]
    public async Task A_date_that_cannot_be_is_refused_with_a_sentence(string date, string sentence)
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var works = await Works.AddAsync(world);
        var tied = await TiedAsync(world, works, 1);
        using var specialist = await Given.SignedInAsync(app, world.Specialist);
        var page = await specialist.GetAsync($"/gebeurtenissen/{works.Id}?datum=2027-05-12");

        var looked = await specialist.GetAsync($"/gebeurtenissen/{works.Id}?datum={date}");
        looked.Status.ShouldBe(HttpStatusCode.BadRequest);
        looked.Text.ShouldContain(sentence);
        var given = await page.Form("#doe").With("datum", date).SubmitAsync();
        given.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await tied.RowAsync()).Due.ShouldBeNull();
    }

    [Fact]
    public async Task Only_who_works_on_one_of_them_or_coordinates_gives_a_date()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        var works = await Works.AddAsync(world);
        await TiedAsync(world, works, 1);
        var other = await Given.StaffAsync(app, "specialist", world.Income);
        using var stranger = await Given.SignedInAsync(app, other);
        using var agent = await Given.SignedInAsync(app, world.Agent);
        using var coordinator = await Given.SignedInAsync(app, world.Coordinator);

        (await stranger.GetAsync($"/gebeurtenissen/{works.Id}")).Text.ShouldContain("U leest mee.");
        var form = (await coordinator.GetAsync($"/gebeurtenissen/{works.Id}?datum=2027-05-12")).Form("#doe");
        var token = (await stranger.GetAsync("/uitloggen")).Form("main form").ValueOf("__RequestVerificationToken")!;
        var forced = await stranger.PostAsync(
            $"/gebeurtenissen/{works.Id}?handler=Datum",
            ("__RequestVerificationToken", token),
            ("datum", "2027-05-12"),
            ("Seen", form.ValueOf("Seen")!)
        );
        forced.Path.ShouldStartWith("/geen-toegang");
        (await agent.GetAsync("/gebeurtenissen")).Path.ShouldStartWith("/geen-toegang");
        (await works.RowAsync()).StartsOn.ShouldBeNull();
        await form.SubmitAsync();
        (await works.RowAsync()).StartsOn.ShouldBe(new LocalDate(2027, 5, 12));
        (await coordinator.GetAsync($"/gebeurtenissen/{Guid.Empty}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<Made> TiedAsync(World world, Works works, int days) =>
        Made.InAsync(world, usual => usual with { When = works.DaysBefore(days) });

    private static Instant At(int month, int day, int hour) =>
        new LocalDateTime(2027, month, day, hour, 0).InZoneLeniently(Amsterdam.Zone).ToInstant();
}
