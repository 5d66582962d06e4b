using Terecht.Modules.Access.Contracts;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Desk.MyRights;

public sealed class MyRightsTests
{
    [Fact]
    public async Task Roles_rights_and_teams_are_told_in_words()
    {
        await using var app = await App.StartAsync();
        var team = await Given.TeamAsync(app, "Belastingen");
        var person = await Given.StaffAsync(app, [Roles.Lead, Roles.Analyst], [team], "Tom Bakker", leads: true);
        using var browser = await Given.SignedInAsync(app, person);

        var page = await browser.GetAsync("/mijn-rechten");

        page.TextOf("section[aria-labelledby=rollen]").ShouldContain("Teamleider");
        page.TextOf("section[aria-labelledby=rollen]").ShouldContain("Analist");
        page.TextOf("section[aria-labelledby=rechten]").ShouldContain("cijfers bekijken");
        page.TextOf("section[aria-labelledby=rechten]").ShouldNotContain("antwoorden schrijven");
        page.TextOf("section[aria-labelledby=teams]").ShouldContain("Belastingen");
        page.TextOf("section[aria-labelledby=teams]").ShouldContain("u leidt dit team");
    }

    [Fact]
    public async Task Keys_switched_off_stay_off_at_another_computer_until_switched_on()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Agent);
        using var here = await Given.SignedInAsync(app, person);
        (await here.GetAsync("/mijn-rechten")).Find("body").GetAttribute("data-keys").ShouldBe("on");

        var saved = await (await here.GetAsync("/mijn-rechten")).Form().SubmitAsync();
        saved.Text.ShouldContain("staan uit");
        saved.Find("body").GetAttribute("data-keys").ShouldBe("off");

        using var there = await Given.SignedInAsync(app, person);
        var page = await there.GetAsync("/mijn-rechten");
        page.Find("body").GetAttribute("data-keys").ShouldBe("off");
        (await page.Form().SubmitAsync()).Find("body").GetAttribute("data-keys").ShouldBe("on");
    }

    [Fact]
    public async Task The_button_in_the_bar_signs_out()
    {
        await using var app = await App.StartAsync();
        using var browser = await Given.SignedInAsync(app, await Given.StaffAsync(app, Roles.Analyst));

        var page = await (await browser.GetAsync("/mijn-rechten")).Form(".t-bar__out").SubmitAsync();

        page.Path.ShouldBe("/uitgelogd");
    }
}
