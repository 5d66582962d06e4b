using System.Net;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Platform.Events;
using Terecht.Tests.Modules.Promises;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.Worklist;

/// <summary>From the promise itself: read what the citizen will hear, send it, and take it back.</summary>
public sealed class LetHearTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_colleague_reads_what_goes_out_sends_it_and_takes_it_back()
    {
        var world = await World.StartAsync(await App.ServeAsync());
        await using var app = world.App;
        var made = await Made.InAsync(world);
        using var fatma = await Given.SignedInAsync(app, world.Specialist);

        var form = await fatma.GetAsync($"/werkvoorraad/{made.Id}?doe=bericht");
        form.TextOf("#doe").ShouldContain("U hoort uiterlijk dinsdag 4 mei om 17.00 uur van ons, zoals we beloofden.");
        var sent = await form.Form("#doe").SubmitAsync();
        sent.TextOf("#voorstel").ShouldContain("Er gaat zo een bericht naar mevrouw Verbeek.");

        var again = await form.Form("#doe").SubmitAsync();
        again.Status.ShouldBe(HttpStatusCode.OK, "the same form pressed twice is the same press");
        (await CountAsync(app, made)).ShouldBe(1);

        var back = await sent.Form("#voorstel").SubmitAsync();
        back.All("#voorstel").ShouldBeEmpty();
        (await made.RowAsync()).ProgressAskedAt.ShouldBeNull();
    }

    [Fact]
    public async Task After_the_moment_it_says_sorry()
    {
        var world = await World.StartAsync(await App.ServeAsync());
        await using var app = world.App;
        var made = await Made.InAsync(world);
        app.Clock.Set(2027, 5, 10, 9, 0);
        using var fatma = await Given.SignedInAsync(app, world.Specialist);

        var form = await fatma.GetAsync($"/werkvoorraad/{made.Id}?doe=bericht");

        form.TextOf("#doe").ShouldContain("Laat weten dat het later wordt");
        form.TextOf("#doe").ShouldContain("Dat is niet gelukt. Sorry daarvoor.");
    }

    [Fact]
    public async Task Two_colleagues_at_once_send_one_message()
    {
        var world = await World.StartAsync(await App.ServeAsync());
        await using var app = world.App;
        var made = await Made.InAsync(world);
        using var fatma = await Given.SignedInAsync(app, world.Specialist);
        using var ruben = await Given.SignedInAsync(app, world.Colleague);
        var forms = new[]
        {
            (await fatma.GetAsync($"/werkvoorraad/{made.Id}?doe=bericht")).Form("#doe"),
            (await ruben.GetAsync($"/werkvoorraad/{made.Id}?doe=bericht")).Form("#doe"),
        };

        var pages = await Task.WhenAll(forms.Select(f => f.SubmitAsync()));

        (await CountAsync(app, made)).ShouldBe(1);
        pages.Count(p => p.Status == HttpStatusCode.OK).ShouldBe(1);
        pages.Single(p => p.Status != HttpStatusCode.OK).TextOf("main").ShouldContain("al bericht");
    }

    [Fact]
    public async Task Who_is_not_of_the_team_cannot_send_it()
    {
        var world = await World.StartAsync(await App.ServeAsync());
        await using var app = world.App;
        var made = await Made.InAsync(world);
        using var fatma = await Given.SignedInAsync(app, world.Specialist);
        var form = (await fatma.GetAsync($"/werkvoorraad/{made.Id}?doe=bericht")).Form("#doe");
        await made.ByAsync(
            world.Coordinator,
            (id, seq, staff) => new PromiseAct.Move(id, seq, staff, world.Income, MoveReason.Wrong)
        );

        (await form.SubmitAsync()).Status.ShouldNotBe(HttpStatusCode.OK);

        (await CountAsync(app, made)).ShouldBe(0);
    }

    private static Task<int> CountAsync(App app, Made made) =>
        app.InDbAsync(db =>
            db.Set<EventRow>().CountAsync(e => e.StreamId == made.Id && e.Type == PromiseProgressDue.Type, Ct)
        );
}
