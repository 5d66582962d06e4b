using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Contacts.Data;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.Call;

/// <summary>Promises of every kind and moment, made in a contact over HTTP.</summary>
public sealed class MomentsTests
{
    private const string Works = "de werkzaamheden in de Hofstraat beginnen";

    [Theory]
    [InlineData("write", "U krijgt uiterlijk dinsdag 4 mei om 17.00 uur bericht van team Belastingen.")]
    [InlineData("do", "Wij regelen dit uiterlijk dinsdag 4 mei om 17.00 uur. Dat doet team Belastingen.")]
    public async Task Writing_and_doing_are_promised_too(string kind, string words)
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await AgentAsync(world);

        var done = await (await CallAsync(world, agent))
            .With("Kind", kind)
            .With("Phone", "")
            .SubmitAsync("Rond dit contact");
        done.Text.ShouldContain(words);
        (await PromiseAsync(app)).Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task The_citizen_chooses_a_part_of_a_day_and_hears_it_before_it_is_promised()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await AgentAsync(world);

        var call = (await CallAsync(world, agent))
            .With("How", "choice")
            .With("Chosen", "anders")
            .With("ChosenDate", "2027-05-10")
            .With("ChosenPart", "afternoon");
        var kept = await call.SubmitAsync("Bewaar");
        kept.TextOf("#toezegging blockquote")
            .ShouldContain("uiterlijk maandag 10 mei om 17.00 uur, niet vóór 12.00 uur");
        var done = await kept.Form("#vraag").SubmitAsync("Rond dit contact");

        done.Path.ShouldStartWith("/werkplek?klaar=");
        var promise = await PromiseAsync(app);
        promise.Due.ShouldBe(At(2027, 5, 10, 17));
        promise.NotBefore.ShouldBe(At(2027, 5, 10, 12));
    }

    [Theory]
    [InlineData("2027-05-09", "ChosenDate")]
    [InlineData("2027-04-30", "ChosenDate")]
    [InlineData("", "ChosenDate")]
    public async Task A_moment_that_the_team_cannot_keep_is_refused_beside_its_field(string day, string field)
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await AgentAsync(world);

        var wrong = await (await CallAsync(world, agent))
            .With("How", "choice")
            .With("Chosen", "anders")
            .With("ChosenDate", day)
            .SubmitAsync("Rond dit contact");

        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.All($".t-field--wrong #{field}").ShouldNotBeEmpty(wrong.Text);
        (await app.InDbAsync(db => db.Set<Promise>().CountAsync())).ShouldBe(0);
        (await app.InDbAsync(db => db.Set<Draft>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_moment_may_hang_on_what_has_no_date_and_the_second_promise_finds_it_in_the_list()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await AgentAsync(world);

        var done = await NewWorks(await CallAsync(world, agent)).SubmitAsync("Rond dit contact");
        done.Text.ShouldContain(
            $"een dag voordat {Works}. De datum is nog niet bekend. Wij kijken daar uiterlijk maandag 10 mei om 17.00 uur weer naar."
        );
        var happening = await app.InDbAsync(db => db.Set<Happening>().SingleAsync());
        (happening.Name, happening.CheckAt).ShouldBe((Works, At(2027, 5, 10, 17)));
        var promise = await PromiseAsync(app);
        (promise.Due, promise.HappeningId, promise.DaysBefore).ShouldBe((null, happening.Id, (short)1));

        var second = (await CallAsync(world, agent))
            .With("How", "happening")
            .With("Happening", happening.Id.ToString());
        (await second.With("DaysBefore", "7").SubmitAsync("Rond dit contact")).Text.ShouldContain("een week voordat");
        // What somebody writes down again is the same.
        await NewWorks(await CallAsync(world, agent)).SubmitAsync("Rond dit contact");
        (await app.InDbAsync(db => db.Set<Happening>().CountAsync())).ShouldBe(1);
        (await app.InDbAsync(db => db.Set<Promise>().CountAsync(p => p.HappeningId == happening.Id))).ShouldBe(3);
    }

    [Theory]
    [InlineData("HappeningName", "")]
    [InlineData("LookOn", "2027-05-02")]
    [InlineData("LookOn", "")]
    [InlineData("DaysBefore", "91")]
    [InlineData("DaysBefore", "-1")]
    [InlineData("Happening", "")]
    public async Task What_is_missing_of_a_happening_is_said_beside_its_field(string field, string value)
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await AgentAsync(world);
        await NewWorks(await CallAsync(world, agent)).SubmitAsync("Rond dit contact");

        var wrong = await NewWorks(await CallAsync(world, agent)).With(field, value).SubmitAsync("Rond dit contact");

        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.All($".t-field--wrong #{field}").ShouldNotBeEmpty(wrong.Text);
        (await app.InDbAsync(db => db.Set<Promise>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_open_door_is_shown_first_at_the_next_call_and_puts_the_caller_through()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await AgentAsync(world);
        var door = await (await CallAsync(world, agent))
            .With("Kind", "open_door")
            .With("DoorUntil", "2027-05-14")
            .SubmitAsync("Bewaar");
        var done = await door.Form("#vraag").With("DoorStaff", world.Specialist.StaffId.ToString()).SubmitAsync("Rond");
        done.Text.ShouldContain("U mag Fatma Öztürk van team Belastingen zelf terugbellen, tot en met vrijdag 14 mei.");

        app.Clock.Set(2027, 5, 14, 16, 0);
        var next = await (await agent.GetAsync("/werkplek/bel?nummer=06-12345678"))
            .Form("#vraag")
            .With("PartyId", world.Wil.ToString())
            .SubmitAsync("Bewaar");
        next.TextOf("#bekend")
            .ShouldContain("Mag zelf terugbellen: Fatma van team Belastingen, tot en met vrijdag 14 mei");
        next.TextOf("#bekend").ShouldContain("Fatma is er nu.");
        var through = await next.Form("#vraag").SubmitAsync("Verbind door");
        through.Form("#vraag").ValueOf("Detail").ShouldBe("Fatma Öztürk van team Belastingen (mag zelf terugbellen)");
        (await through.Form("#vraag").SubmitAsync("Rond dit contact")).Path.ShouldStartWith("/werkplek?klaar=");
        var transferred = await app.InDbAsync(db => db.Set<Question>().SingleAsync(q => q.Outcome == "transferred"));
        transferred.MatterId.ShouldBe((await PromiseAsync(app)).MatterId);
    }

    [Fact]
    public async Task A_door_whose_last_day_passed_is_not_shown_any_more()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await AgentAsync(world);
        await (await CallAsync(world, agent))
            .With("Kind", "open_door")
            .With("DoorUntil", "2027-05-14")
            .SubmitAsync("Rond dit");

        app.Clock.Set(2027, 5, 15, 0, 0);
        var next = await (await agent.GetAsync("/werkplek/bel?nummer=06-12345678"))
            .Form("#vraag")
            .With("PartyId", world.Wil.ToString())
            .SubmitAsync("Bewaar");
        next.Text.ShouldNotContain("Mag zelf terugbellen:");
    }

    [Fact]
    public async Task A_door_in_the_past_is_refused()
    {
        await using var app = await App.StartAsync();
        var world = await World.StartAsync(app);
        using var agent = await AgentAsync(world);

        var wrong = await (await CallAsync(world, agent))
            .With("Kind", "open_door")
            .With("DoorUntil", "2027-05-02")
            .SubmitAsync("Rond dit contact");
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.All(".t-field--wrong #DoorUntil").ShouldNotBeEmpty(wrong.Text);
    }

    private static Form NewWorks(Form call) =>
        call.With("How", "happening")
            .With("Happening", "nieuw")
            .With("HappeningName", Works)
            .With("LookOn", "2027-05-10")
            .With("DaysBefore", "1");

    private static Task<Browser> AgentAsync(World world) => Given.SignedInAsync(world.App, world.Agent);

    /// <summary>Wil calls about her remission, and a promise is chosen.</summary>
    private static async Task<Form> CallAsync(World world, Browser agent)
    {
        var call = (await agent.GetAsync("/werkplek/bel?nummer=06-12345678"))
            .Form("#vraag")
            .With("PartyId", world.Wil.ToString())
            .With("Topic", "Kwijtschelding belastingen")
            .With("TopicId", world.Remission.ToString())
            .With("Outcome", "promised");
        return (await call.SubmitAsync("Bewaar")).Form("#vraag");
    }

    private static Task<Promise> PromiseAsync(App app) => app.InDbAsync(db => db.Set<Promise>().SingleAsync());

    private static Instant At(int year, int month, int day, int hour) =>
        new LocalDateTime(year, month, day, hour, 0).InZoneLeniently(Amsterdam.Zone).ToInstant();
}
