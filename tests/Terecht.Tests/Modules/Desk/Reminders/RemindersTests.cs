using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Platform.Time;
using Terecht.Tests.Modules.Promises.Steps;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.Reminders;

public sealed class RemindersTests
{
    private const string Address = "/meldingen";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_receiver_sees_it_opens_it_and_marks_it()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        using var fatma = await Given.SignedInAsync(r.App, r.World.Specialist);
        (await BellAsync(fatma)).ShouldBe("Herinneringen");
        (await fatma.GetAsync(Address)).Text.ShouldContain("Geen herinneringen");

        r.At(4, 13);
        await r.RoundAsync();
        (await BellAsync(fatma)).ShouldBe("Herinneringen1 nieuw");
        var page = await fatma.GetAsync(Address);
        page.Find("main .t-table__main").GetAttribute("href").ShouldBe($"/werkvoorraad/{made.Id}");
        page.Text.ShouldContain("uiterlijk vandaag 17.00 nog 4 u");
        page.Text.ShouldContain("U hebt deze toezegging.");

        var seen = await page.Form("main tbody form").SubmitAsync();
        seen.Text.ShouldContain("Niets nieuws");
        seen.All("main .t-table__main").Count.ShouldBe(1);
        (await BellAsync(fatma)).ShouldBe("Herinneringen");
    }

    [Fact]
    public async Task Others_do_not_see_it_and_cannot_mark_it()
    {
        await using var r = await Reminding.StartAsync();
        await r.HeldAsync();
        r.At(4, 13);
        await r.RoundAsync();
        using var ruben = await Given.SignedInAsync(r.App, r.World.Colleague);
        using var fatma = await Given.SignedInAsync(r.App, r.World.Specialist);

        (await ruben.GetAsync(Address)).Text.ShouldContain("Geen herinneringen");
        var mine = (await fatma.GetAsync(Address)).Form("main tbody form");
        var id = (await r.RemindersAsync())[0].Id;
        var token = (await ruben.GetAsync("/mijn-rechten")).Find("input[name=__RequestVerificationToken]");
        await ruben.PostAsync(
            Address,
            ("id", id.ToString()),
            ("__RequestVerificationToken", token.GetAttribute("value")!)
        );

        (await r.App.InDbAsync(db => db.Set<ReminderSeen>().CountAsync(Ct))).ShouldBe(0);
        await mine.SubmitAsync();
        await mine.SubmitAsync();
        (await r.App.InDbAsync(db => db.Set<ReminderSeen>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task What_ended_falls_away_and_what_is_late_says_so()
    {
        await using var r = await Reminding.StartAsync();
        var kept = await r.HeldAsync();
        await r.HeldAsync();
        r.At(4, 13);
        await r.RoundAsync();
        using var fatma = await Given.SignedInAsync(r.App, r.World.Specialist);
        (await BellAsync(fatma)).ShouldBe("Herinneringen2 nieuw");

        await kept.ActAsync(
            (id, seq, staff) => new PromiseAct.End(id, seq, staff, PromiseEnd.Withdrawn, null, default, "")
        );
        r.At(5, 9);

        (await BellAsync(fatma)).ShouldBe("Herinneringen1 nieuw");
        var page = await fatma.GetAsync(Address);
        page.All("main .t-table__main").Count.ShouldBe(1);
        page.Text.ShouldContain("Dit is al te laat.");
    }

    [Fact]
    public async Task All_are_seen_by_one_press_and_more_than_a_page_has_a_next_one()
    {
        await using var r = await Reminding.StartAsync();
        for (var i = 0; i < 52; i++)
        {
            await r.HeldAsync();
        }
        r.At(4, 13);
        await r.RoundAsync();
        using var fatma = await Given.SignedInAsync(r.App, r.World.Specialist);

        var page = await fatma.GetAsync(Address);
        page.All("main .t-table__main").Count.ShouldBe(50);
        var next = page.All("main a").First(a => a.TextContent.Contains("Volgende")).GetAttribute("href")!;
        (await fatma.GetAsync(next)).All("main .t-table__main").Count.ShouldBe(2);

        await page.Form("main form").SubmitAsync();
        (await BellAsync(fatma)).ShouldBe("Herinneringen");
    }

    [Fact]
    public async Task The_promise_shows_who_heard_it_and_the_last_step_proposes_a_progress_message()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        using var fatma = await Given.SignedInAsync(r.App, r.World.Specialist);
        r.At(4, 15);
        await r.RoundAsync();
        var page = await fatma.GetAsync($"/werkvoorraad/{made.Id}");
        page.Text.ShouldContain("aan Fatma");
        page.Text.ShouldContain("aan Tom, teamleider");
        page.Text.ShouldContain("Vandaag 16.00 gaat vanzelf een herinnering uit");
        page.All("#voorstel").ShouldBeEmpty();

        r.At(4, 16);
        await r.RoundAsync();
        page = await fatma.GetAsync($"/werkvoorraad/{made.Id}");
        page.TextOf("#voorstel").ShouldContain("Laat weten hoe het ervoor staat");
        page.Text.ShouldContain("U wordt uiterlijk dinsdag 4 mei om 17.00 uur gebeld");
    }

    [Fact]
    public async Task What_others_did_stands_between_them_until_it_says_nothing_any_more()
    {
        await using var r = await Reminding.StartAsync();
        var again = await r.HeldAsync();
        await again.ByAsync(r.World.Agent, (id, seq, staff) => new PromiseAct.Repeat(id, seq, staff, r.Clock.NewId()));
        var ended = await r.HeldAsync();
        await ended.ByAsync(
            r.World.Colleague,
            (id, seq, staff) => new PromiseAct.End(id, seq, staff, PromiseEnd.Withdrawn, null, default, "")
        );
        using var fatma = await Given.SignedInAsync(r.App, r.World.Specialist);
        (await BellAsync(fatma)).ShouldBe("Herinneringen2 nieuw");

        var page = await fatma.GetAsync(Address);
        page.Text.ShouldContain("De burger vroeg er opnieuw naar. U hebt deze toezegging.");
        page.Text.ShouldContain("Klaar zonder u: de burger wil het niet meer. U hoeft niets meer te doen.");

        // Once seen, an ended one asks nothing more; that somebody asked again stays for as long as it is open.
        await page.Form("main form").SubmitAsync();
        page = await fatma.GetAsync(Address);
        page.Text.ShouldNotContain("Klaar zonder u");
        page.Text.ShouldContain("De burger vroeg er opnieuw naar.");
        await again.EndAsync(PromiseEnd.Withdrawn);
        (await fatma.GetAsync(Address)).Text.ShouldContain("Geen herinneringen");
    }

    [Fact]
    public async Task The_list_of_the_team_shows_who_is_absent_and_anyone_takes_it()
    {
        await using var r = await Reminding.StartAsync();
        var made = await r.HeldAsync();
        await r.PromiseAsync();
        await r.AwayAsync(r.World.Specialist, from: 3, until: 10);
        using var ruben = await Given.SignedInAsync(r.App, r.World.Colleague);

        var page = await ruben.GetAsync("/werkvoorraad?wie=afwezig");
        page.All(".t-task").Count.ShouldBe(1);
        page.TextOf(".t-task").ShouldContain("Fatma is ziek tot 10 mei");
        page.TextOf(".t-filter").ShouldContain("Afwezig 1");

        var open = await ruben.GetAsync($"/werkvoorraad/{made.Id}");
        open.Text.ShouldContain("Iedereen van het team kan dit oppakken.");
        await open.Form("#kop form").SubmitAsync();
        (await made.RowAsync()).HolderId.ShouldBe(r.World.Colleague.StaffId);
    }

    private static async Task<string> BellAsync(Browser by) =>
        (await by.GetAsync($"{Address}?deel=aantal")).TextOf("a");
}
