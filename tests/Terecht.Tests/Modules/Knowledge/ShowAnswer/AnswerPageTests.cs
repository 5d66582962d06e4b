using System.Net;
using Terecht.Modules.Access.Contracts;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Knowledge.ShowAnswer;

public sealed class AnswerPageTests
{
    private const string Passport = """
        {"code": "paspoort", "team": "burgerzaken", "review": "2027-12-01", "versions": 6,
         "nl": {"title": "Een paspoort", "summary": "In het stadhuis, voor € 90.", "body": "## Meenemen\n- een foto\n\n<script>alert(1)</script>"},
         "en": {"title": "A passport", "summary": "At city hall.", "body": "Bring a photo."}}
        """;

    [Fact]
    public async Task Everybody_of_the_staff_reads_the_version_in_use()
    {
        await using var app = await TownAsync();
        using var browser = await ReaderAsync(app);
        var page = await browser.GetAsync("/antwoord/paspoort");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("h1").ShouldBe("Een paspoort");
        page.Text.ShouldContain("Eigenaar: team Burgerzaken");
        page.TextOf(".t-versions [aria-current]").ShouldContain("In gebruik");
        page.TextOf("article .t-read h2").ShouldBe("Meenemen");
        page.All("article script").ShouldBeEmpty();
        page.Find(".t-read__short").TextContent.ShouldBe("In het stadhuis, voor €\u00A090.");
        page.Text.ShouldNotContain("te laat");
    }

    [Fact]
    public async Task The_english_text_is_marked_as_english()
    {
        await using var app = await TownAsync();
        using var browser = await ReaderAsync(app);
        var page = await (await browser.GetAsync("/antwoord/paspoort")).FollowAsync("English");

        page.TextOf("h1").ShouldBe("A passport");
        page.Find("h1").GetAttribute("lang").ShouldBe("en");
        page.TextOf(".t-tabs [aria-current]").ShouldBe("English");
    }

    [Fact]
    public async Task An_old_version_can_be_read_and_says_that_it_is_old()
    {
        await using var app = await TownAsync();
        app.Clock.Set(2027, 6, 1, 9, 0);
        await Articles.ImportAsync(app, Passport.Replace("stadhuis", "wijkhuis", StringComparison.Ordinal));
        using var browser = await ReaderAsync(app);
        var page = await browser.GetAsync("/antwoord/paspoort");
        page.All(".t-versions li").Count.ShouldBe(2);
        page.TextOf(".t-versions").ShouldContain("3 mei 2027 tot 1 juni 2027");

        var old = await page.FollowAsync("versie 6");
        old.Text.ShouldContain("In het stadhuis");
        old.Text.ShouldContain("Dit is een oude versie");
        var back = await old.FollowAsync("die nu in gebruik is");
        back.Text.ShouldContain("In het wijkhuis");
    }

    [Fact]
    public async Task A_review_date_that_has_passed_is_shown_as_late()
    {
        await using var app = await TownAsync();
        app.Clock.Set(2027, 12, 2, 9, 0);
        using var browser = await ReaderAsync(app);
        var page = await browser.GetAsync("/antwoord/paspoort");
        page.TextOf(".t-due").ShouldBe("Herziening te laat was uiterlijk 1 december 2027");
    }

    [Theory]
    [InlineData("/antwoord/bestaat-niet")]
    [InlineData("/antwoord/paspoort?versie=99")]
    [InlineData("/antwoord/paspoort?gemeente=elders")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var app = await TownAsync();
        using var browser = await ReaderAsync(app);
        (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_language_that_is_not_there_shows_the_one_that_is()
    {
        await using var app = await TownAsync();
        await Articles.ImportAsync(app, Articles.Line("hond", "Een hond"));
        using var browser = await ReaderAsync(app);
        var page = await browser.GetAsync("/antwoord/hond?taal=en");
        page.TextOf("h1").ShouldBe("Een hond");
        page.All(".t-tabs").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_not_signed_in_does_not_read_it()
    {
        await using var app = await TownAsync();
        using var browser = new Browser(app);
        (await browser.GetAsync("/antwoord/paspoort")).Path.ShouldStartWith("/inloggen");
    }

    private static async Task<App> TownAsync()
    {
        var app = await App.StartAsync();
        await Given.MunicipalityAsync(app);
        await Given.TeamAsync(app, "Burgerzaken");
        await Articles.ImportAsync(app, Passport.ReplaceLineEndings(" "));
        return app;
    }

    private static async Task<Browser> ReaderAsync(App app) =>
        await Given.SignedInAsync(app, await Given.StaffAsync(app, Roles.Privacy));
}
