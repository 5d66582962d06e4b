using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Contacts.Contracts;
using Terecht.Modules.Promises.Contracts;
using Terecht.Modules.Promises.Data;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens;

/// <summary>How a promise stands, at the top of the page. The test clock begins on Monday 3 May 2027 at 10.46.</summary>
public sealed class StatusTests
{
    [Fact]
    public async Task Shows_number_topic_and_the_words_as_they_were_spoken()
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();

        var page = await ReadAsync(app, followed);

        page.TextOf(".t-follow .t-num").ShouldBe(Reference.Spoken(followed.Reference));
        page.TextOf("h1").ShouldBe("Uw vraag over kwijtschelding belastingen");
        page.TextOf(".t-spoken figcaption").ShouldBe("Dit hebben we u beloofd op maandag 3 mei");
        page.TextOf(".t-spoken blockquote")
            .ShouldBe("U wordt uiterlijk dinsdag 4 mei om 17.00 uur gebeld door team Belastingen, op 06 •• •• •• 78.");
    }

    [Fact]
    public async Task In_english_it_says_that_the_words_were_said_in_dutch()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var dutch = await city.PromisedAsync();
        var english = await city.PromisedAsync(language: "en");

        var page = await ReadAsync(app, dutch, english: true);

        page.Find("html").GetAttribute("lang").ShouldBe("en");
        page.TextOf("h1").ShouldBe("Your question about remission of local taxes");
        page.TextOf(".t-spoken figcaption")
            .ShouldBe("This is what we promised you on Monday 3 May. We said it in Dutch.");
        page.TextOf(".t-spoken blockquote")
            .ShouldBe("The Belastingen team will call you by 17:00 on Tuesday 4 May, on 06 •• •• •• 78.");
        (await ReadAsync(app, english, english: true))
            .TextOf(".t-spoken figcaption")
            .ShouldBe("This is what we promised you on Monday 3 May");
        (await ReadAsync(app, english))
            .TextOf(".t-spoken figcaption")
            .ShouldBe("Dit hebben we u beloofd op maandag 3 mei. We zeiden het in het Engels.");
    }

    [Fact]
    public async Task The_language_switch_leads_to_the_same_page()
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();

        var page = await ReadAsync(app, followed);

        page.Find(".t-site__lang [lang=en]").GetAttribute("href").ShouldBe(followed.Access.PathEn);
        page.Find(".t-site__lang [lang=nl]").GetAttribute("href").ShouldBe(followed.Access.Path);
    }

    [Theory]
    [InlineData(3, 10, "Dat is morgen, uiterlijk 17.00 uur")]
    [InlineData(4, 8, "Dat is vandaag, uiterlijk 17.00 uur")]
    [InlineData(4, 16, "Dat is vandaag, uiterlijk 17.00 uur")]
    public async Task An_open_promise_says_when(int day, int hour, string says)
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();
        app.Clock.Set(2027, 5, day, Math.Max(hour, 10), 50);

        var page = await ReadAsync(app, followed);

        page.TextOf(".t-promised__big").ShouldBe(says);
        page.TextOf(".t-promised__now").ShouldEndWith("Team Belastingen heeft uw vraag.");
    }

    [Fact]
    public async Task A_promise_for_another_day_names_it()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        app.Clock.Set(2027, 5, 7, 12, 0);
        var followed = await city.PromisedAsync();

        var page = await ReadAsync(app, followed);

        page.TextOf(".t-promised__big").ShouldBe("Dat is maandag 10 mei, uiterlijk 17.00 uur");
        page.TextOf(".t-aside").ShouldContain("Belde niemand op tijd?");
    }

    [Fact]
    public async Task Who_holds_it_is_named_by_first_name_and_team()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        await city.TakeAsync(followed);

        (await ReadAsync(app, followed))
            .TextOf(".t-promised__now")
            .ShouldEndWith("Fatma van team Belastingen heeft uw vraag.");
    }

    [Fact]
    public async Task Equal_to_the_second_is_in_time_and_one_second_later_is_late()
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();

        app.Clock.Set(2027, 5, 4, 17, 0, 0);
        (await ReadAsync(app, followed)).TextOf(".t-promised__big").ShouldBe("Dat is vandaag, uiterlijk 17.00 uur");
        app.Clock.Advance(Duration.FromSeconds(1));
        var late = await ReadAsync(app, followed);

        late.TextOf(".t-promised--late .t-promised__big").ShouldBe("Dat is niet gelukt. Sorry.");
        late.TextOf(".t-promised__now").ShouldContain("Wij hadden u moeten bellen. Wij bellen u nog.");
        late.TextOf(".t-aside").ShouldContain("Wilt u niet wachten?");
        late.Find(".t-aside a[href='tel:14099']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_promise_that_was_kept_says_so()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        app.Clock.Set(2027, 5, 4, 9, 12);
        await city.EndAsync(followed, PromiseEnd.Reached);
        app.Clock.Set(2027, 5, 20, 12, 0);

        var page = await ReadAsync(app, followed);

        page.TextOf(".t-promised--kept .t-promised__big").ShouldBe("Dat is gelukt");
        page.TextOf(".t-promised__now").ShouldEndWith("Wij spraken u op dinsdag 4 mei om 9.12 uur.");
        page.TextOf(".t-aside").ShouldContain("Hebt u nog een vraag?");
    }

    [Fact]
    public async Task Kept_too_late_says_sorry()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        app.Clock.Set(2027, 5, 5, 9, 0);
        await city.EndAsync(followed, PromiseEnd.Reached);

        var page = await ReadAsync(app, followed);

        page.TextOf(".t-promised--late .t-promised__big").ShouldBe("Dat is te laat gelukt. Sorry.");
        page.TextOf(".t-promised__now").ShouldContain("Dat was later dan we u beloofden.");
    }

    [Fact]
    public async Task Attempts_that_are_done_say_how_often_and_how_to_go_on()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        app.Clock.Set(2027, 5, 3, 13, 0);
        await city.TryAsync(followed, AttemptOutcome.NoAnswer);
        app.Clock.Set(2027, 5, 4, 9, 0);
        await city.TryAsync(followed, AttemptOutcome.Voicemail);
        app.Clock.Set(2027, 5, 4, 14, 0);
        await city.TryAsync(followed, AttemptOutcome.NoAnswer);
        await city.EndAsync(followed, PromiseEnd.AttemptsDone);

        var page = await ReadAsync(app, followed);

        page.TextOf(".t-promised__big").ShouldBe("Wij belden u 3 keer");
        page.TextOf(".t-promised__now").ShouldContain("Dan openen we uw vraag weer.");
    }

    [Fact]
    public async Task Withdrawn_says_that_we_heard_it()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        await city.EndAsync(followed, PromiseEnd.Withdrawn, "opgelost");

        var page = await ReadAsync(app, followed);

        page.TextOf(".t-promised__big").ShouldBe("U hebt geen hulp meer nodig");
        page.Text.ShouldNotContain("opgelost");
    }

    [Theory]
    [InlineData(
        "write",
        "U krijgt uiterlijk",
        "Wij hadden u bericht moeten sturen.",
        "U kreeg bericht van ons op dinsdag 4 mei."
    )]
    [InlineData("do", "Wij regelen dit", "Wij hadden dit moeten regelen.", "Wij hebben dit geregeld op dinsdag 4 mei.")]
    public async Task A_promise_to_write_or_to_do_has_words_of_its_own(
        string kind,
        string words,
        string late,
        string kept
    )
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var missed = await city.PromisedAsync(kind: kind);
        var done = await city.PromisedAsync(kind: kind);
        app.Clock.Set(2027, 5, 4, 9, 12);
        await city.EndAsync(done, PromiseEnd.Delivered);
        app.Clock.Set(2027, 5, 4, 17, 1);

        (await ReadAsync(app, missed)).TextOf(".t-promised").ShouldContain(words);
        (await ReadAsync(app, missed)).TextOf(".t-promised__now").ShouldContain(late);
        (await ReadAsync(app, done)).TextOf(".t-promised__now").ShouldContain(kept);
    }

    [Theory]
    [InlineData("answered_elsewhere", "Uw vraag is al beantwoord")]
    [InlineData("not_owed", "Wij doen hier niets meer mee")]
    public async Task Every_other_end_has_its_words(string end, string says)
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        await city.EndAsync(followed, PromiseEnd.Withdrawn, "x");
        // These ends have no act yet; their events read the same.
        await app.InDbAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"""
                update platform.event set data = jsonb_set(data, array['outcome'], to_jsonb({end}::text))
                where stream_id = {followed.PromiseId} and type = 'promise.end'
                """,
                TestContext.Current.CancellationToken
            )
        );

        (await ReadAsync(app, followed)).TextOf(".t-promised__big").ShouldBe(says);
        (await ReadAsync(app, followed, english: true)).Text.ShouldNotContain("_");
    }

    [Fact]
    public async Task Several_promises_are_all_shown_open_ones_first()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var first = await city.PromisedAsync("de aanslag");
        await city.EndAsync(first, PromiseEnd.Reached);
        app.Clock.Set(2027, 5, 3, 14, 0);
        await city.PromisedAsync("de aanmaning", matterId: first.MatterId);

        var page = await ReadAsync(app, first);

        page.All(".t-follow__about")
            .Select(e => e.TextContent.Trim())
            .ShouldBe(["Over de aanmaning", "Over de aanslag"]);
        page.All(".t-promised__big")
            .Select(e => e.TextContent.Trim())
            .ShouldBe(["Dat is morgen, uiterlijk 17.00 uur".Replace("17.00 uur", "17.00\u00A0uur"), "Dat is gelukt"]);
        page.All("section[aria-label]").Select(e => e.GetAttribute("aria-label")).ShouldBeUnique();
    }

    [Fact]
    public async Task A_question_that_was_answered_shows_what_was_told()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var told = await city.AnsweredAsync();
        var bare = await city.AnsweredAsync(withArticle: false);
        var referred = await city.AnsweredAsync(withArticle: false, outcome: "referred");

        var page = await ReadAsync(app, told);
        page.TextOf(".t-promised__big").ShouldBe("Uw vraag is beantwoord");
        page.TextOf(".t-told__title").ShouldBe("Moet ik al betalen als mijn kwijtschelding nog loopt?");
        page.All("blockquote").ShouldBeEmpty("nothing was promised");
        (await ReadAsync(app, told, english: true)).TextOf(".t-told__title").ShouldBe("Do I have to pay already?");
        (await ReadAsync(app, bare)).TextOf(".t-told__title").ShouldBe("Kwijtschelding belastingen");
        (await ReadAsync(app, referred)).TextOf(".t-promised__big").ShouldBe("U hoorde waar u terecht kunt");
    }

    [Fact]
    public async Task A_moment_that_was_renewed_is_said_beside_the_first_words()
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();
        var later = app.Clock.GetUtcNow().AddDays(3);
        await app.InDbAsync(db =>
            db.Promises.Where(p => p.Id == followed.PromiseId)
                .ExecuteUpdateAsync(
                    p => p.SetProperty(x => x.Due, Instant.FromDateTimeOffset(later)),
                    TestContext.Current.CancellationToken
                )
        );

        var page = await ReadAsync(app, followed);

        page.TextOf("blockquote").ShouldContain("uiterlijk dinsdag 4 mei om 17.00 uur");
        page.TextOf(".t-promised__now").ShouldContain("We spraken een nieuw moment af: donderdag 6 mei");
        page.TextOf(".t-promised__now").ShouldContain("De eerste belofte blijft tellen.");
    }

    private static async Task<Page> ReadAsync(App app, Followed followed, bool english = false)
    {
        using var browser = new Browser(app);
        var page = await browser.GetAsync(english ? followed.Access.PathEn : followed.Access.Path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }
}
