using System.Net;
using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Promises.Contracts;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens;

/// <summary>What must never stand on the page of a citizen, and how the page is sent.</summary>
public sealed class PrivacyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_note_remark_family_name_or_whole_number_is_in_the_html(bool english)
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync("terugbellen op 06 98 76 54 32 over de aanmaning");
        await city.RemarkAsync(followed, "Mevrouw klonk boos: vuurpijl");
        await city.MoveAsync(followed, city.Income);
        await city.MoveAsync(followed, city.Taxes);
        await city.CallAgainAsync(followed);
        await city.TryAsync(followed, AttemptOutcome.NoAnswer);

        var html = WebUtility.HtmlDecode(await HtmlAsync(app, followed, english));

        string[] never =
        [
            "vuurpijl",
            "notitie voor collega",
            "intern detail",
            "Interne naam",
            " Dam",
            "ztürk",
            "Verbeek",
            "maasdrecht.example",
            "12 34 56",
            "12345678",
            "612345678",
            "98 76 54",
            "other_team",
            "<script",
            " style=",
            " onclick",
        ];
        foreach (var words in never)
        {
            html.Replace('\u00A0', ' ').ShouldNotContain(words);
        }
        html.ShouldContain("Fatma");
    }

    [Fact]
    public async Task Hostile_words_are_shown_as_words()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        const string hostile = "<img src=x onerror=alert(1)>\"'&{{7*7}}</li></ol><script>alert(2)</script>";
        var first = await city.PromisedAsync(hostile);
        await city.PromisedAsync(hostile + " nog eens", matterId: first.MatterId);

        using var browser = new Browser(app);
        var page = await browser.GetAsync(first.Access.Path);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.All("script").ShouldBeEmpty();
        page.All("img").ShouldBeEmpty();
        page.Text.ShouldContain(hostile);
    }

    [Theory]
    [InlineData("/volg")]
    [InlineData("/en/follow")]
    [InlineData("")]
    [InlineData("/volg/onbekend")]
    public async Task The_address_goes_nowhere_and_the_page_is_not_kept(string path)
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();
        using var client = app.CreateClient();

        using var answer = await client.GetAsync(
            new Uri(path.Length > 0 ? path : followed.Access.Path, UriKind.Relative),
            Ct
        );

        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        var html = await answer.Content.ReadAsStringAsync(Ct);
        html.ShouldNotContain("<script");
        html.ShouldContain("noindex");
    }

    [Fact]
    public async Task A_link_that_does_not_hold_says_nothing_about_why()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var old = await city.PromisedAsync();
        await city.RaiseLinkVersionAsync(old);

        var bodies = new[]
        {
            await BodyAsync(app, old.Access.Path),
            await BodyAsync(app, "/volg/" + new string('A', 43)),
        };

        bodies[0].Replace(old.Access.Token, "").ShouldBe(bodies[1].Replace(new string('A', 43), ""));
        bodies[0].ShouldNotContain(old.Reference);
    }

    [Fact]
    public async Task Reading_changes_nothing()
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();
        var before = await EventsAsync(app);

        await HtmlAsync(app, followed, english: false);

        (await EventsAsync(app)).ShouldBe(before);
    }

    private static async Task<string> HtmlAsync(App app, Followed followed, bool english)
    {
        using var client = app.CreateClient();
        var path = english ? followed.Access.PathEn : followed.Access.Path;
        return await client.GetStringAsync(new Uri(path, UriKind.Relative), Ct);
    }

    /// <summary>Without the number of the fault, which is another one each time.</summary>
    private static async Task<string> BodyAsync(App app, string path)
    {
        using var browser = new Browser(app);
        var page = await browser.GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Find(".t-fault .t-num").Remove();
        return page.Document.DocumentElement.OuterHtml;
    }

    private static async Task<int> EventsAsync(App app) =>
        (
            await app.InDbAsync(db =>
                db.Database.SqlQuery<int>($"""select count(*)::int as "Value" from platform.event""").ToListAsync(Ct)
            )
        )[0];
}
