using System.Net;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Time;
using Terecht.Tests.Modules.Promises;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk;

/// <summary>Regie's morning: what asks for an eye, its rows, and one act on several that can be taken back.</summary>
public sealed class RegieTests
{
    [Fact]
    public async Task Every_count_opens_the_rows_it_counts()
    {
        var world = await World.StartAsync(await App.ServeAsync());
        await using var app = world.App;
        var made = await Made.InAsync(world);
        using var regie = await Given.SignedInAsync(app, world.Coordinator);

        app.Clock.Set(2027, 5, 10, 9, 0);
        // The counts are computed at most once in two seconds.
        var page = await regie.GetAsync("/regie");
        await Eventually.ThatAsync(
            "the counts are those of now",
            async () => (page = await regie.GetAsync("/regie")).TextOf(".t-tile--late .t-tile__n") == "1"
        );

        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        page.TextOf(".t-tile--late .t-tile__n").ShouldBe("1");
        page.Text.ShouldContain("mevrouw Verbeek");
        page.Text.ShouldContain("te laat");
        page.Text.ShouldContain("Nog niet");
        (await regie.GetAsync("/regie?lijst=niemand")).Text.ShouldContain("mevrouw Verbeek");
        (await regie.GetAsync("/regie?lijst=retour")).Text.ShouldContain("Hier staat nu niets");

        await made.ActAsync((id, _, staff) => new PromiseAct.Told(id, staff, "phone", ToldAbout.Late));
        (await regie.GetAsync("/regie")).Text.ShouldContain("Ja, gebeld");
    }

    [Fact]
    public async Task Several_go_to_another_team_at_once_and_come_back_when_that_is_undone()
    {
        var world = await World.StartAsync(await App.ServeAsync());
        await using var app = world.App;
        var made = await Made.InAsync(world);
        using var regie = await Given.SignedInAsync(app, world.Coordinator);
        app.Clock.Set(2027, 5, 10, 9, 0);
        var page = await regie.GetAsync("/regie");

        var none = await page.Form("#regie").With("Form.ToTeam", "Inkomen").SubmitAsync("Naar dit team");
        none.Status.ShouldBe(HttpStatusCode.BadRequest);
        none.Text.ShouldContain("Kies eerst een of meer toezeggingen.");

        var row = await made.RowAsync();
        var moved = await page.Form("#regie")
            .With("Pick", $"{made.Id}.{row.Seq}")
            .With("Form.ToTeam", "Inkomen")
            .SubmitAsync("Naar dit team");
        moved.Text.ShouldContain("1 toezegging is van een ander team.");
        (await made.RowAsync()).TeamId.ShouldBe(world.Income);

        var back = await moved.Form("form.t-toast").SubmitAsync("Maak ongedaan");
        back.Text.ShouldContain("1 toezegging is teruggezet.");
        var after = await made.RowAsync();
        (after.TeamId, after.FirstDue, after.Words).ShouldBe((world.Taxes, row.FirstDue, row.Words));
    }

    [Fact]
    public async Task The_citizens_of_several_hear_that_it_is_late_and_that_is_taken_back()
    {
        var world = await World.StartAsync(await App.ServeAsync());
        await using var app = world.App;
        var made = await Made.InAsync(world);
        using var regie = await Given.SignedInAsync(app, world.Coordinator);
        app.Clock.Set(2027, 5, 10, 9, 0);

        var told = await PickedAsync(regie, made, "Vertel het de burgers");
        told.Text.ShouldContain("1 burger krijgt bericht.");
        (await made.RowAsync()).ProgressAskedAt.ShouldBe(app.Clock.Now());

        var again = await PickedAsync(regie, made, "Vertel het de burgers");
        again.Text.ShouldContain(
            "Bij 1 lukte het niet: die burger kreeg vandaag al bericht, of er is nog geen moment om over te schrijven."
        );

        var back = await told.Form("form.t-toast").SubmitAsync("Toch niet vertellen");
        back.TextOf("main").ShouldContain("1 burger krijgt toch geen bericht.");
        (await made.RowAsync()).ProgressAskedAt.ShouldBeNull();
    }

    [Fact]
    public async Task The_lead_is_asked_to_look_and_a_team_without_one_is_named()
    {
        var world = await World.StartAsync(await App.ServeAsync());
        await using var app = world.App;
        var made = await Made.InAsync(world);
        using var regie = await Given.SignedInAsync(app, world.Coordinator);
        app.Clock.Set(2027, 5, 10, 9, 0);

        var without = await PickedAsync(regie, made, "Vraag de teamleider");
        without.Text.ShouldContain("dat team heeft nu geen teamleider of vervanger die er is");

        var tom = await Given.StaffAsync(app, ["lead"], [world.Taxes], "Tom Bakker", leads: true);
        var asked = await PickedAsync(regie, made, "Vraag de teamleider");
        asked.Text.ShouldContain("De teamleider ziet uw vraag bij de herinneringen.");
        asked.All("form.t-toast button").ShouldBeEmpty();
        using var lead = await Given.SignedInAsync(app, tom);
        (await lead.GetAsync("/meldingen")).Text.ShouldContain("Regie vraagt of u hiernaar kijkt.");
    }

    private static async Task<Page> PickedAsync(Browser regie, Made made, string button)
    {
        var row = await made.RowAsync();
        return await (await regie.GetAsync("/regie"))
            .Form("#regie")
            .With("Pick", $"{made.Id}.{row.Seq}")
            .SubmitAsync(button);
    }

    [Fact]
    public async Task Who_does_not_coordinate_is_not_let_in()
    {
        var world = await World.StartAsync(await App.ServeAsync());
        await using var app = world.App;
        using var specialist = await Given.SignedInAsync(app, world.Specialist);

        (await specialist.GetAsync("/regie")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
