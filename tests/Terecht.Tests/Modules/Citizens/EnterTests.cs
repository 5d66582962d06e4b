using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Citizens.Enter;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Citizens;

public sealed partial class EnterTests
{
    private const string Wrong = "Dit nummer en deze code horen niet bij elkaar.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/volg", "/volg/", "nl")]
    [InlineData("/en/follow", "/en/follow/", "en")]
    public async Task The_right_code_opens_the_page_of_the_matter(string door, string opens, string language)
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();
        using var browser = new Browser(app);

        var page = await EnterAsync(await browser.GetAsync(door), followed.Reference, followed.Access.Code);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Path.ShouldBe(opens + followed.Access.Token);
        page.Find("html").GetAttribute("lang").ShouldBe(language);
    }

    [Fact]
    public async Task The_way_there_is_a_see_other()
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();
        using var browser = new Browser(app);
        var form = (await browser.GetAsync("/volg")).Form();

        using var content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["Reference"] = followed.Reference,
                ["Code"] = followed.Access.Code,
                ["__RequestVerificationToken"] = form.ValueOf("__RequestVerificationToken")!,
            }
        );
        using var answer = await browser.Client.PostAsync(new Uri("/volg", UriKind.Relative), content, Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Spaces_and_small_letters_are_fine()
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();
        using var browser = new Browser(app);
        var spaced = $" {followed.Reference[..3]} {followed.Reference[3..6]} {followed.Reference[6..]}";

        var page = await EnterAsync(
            await browser.GetAsync("/volg"),
            spaced,
            followed.Access.SpokenCode.ToLowerInvariant()
        );

        page.Path.ShouldBe(followed.Access.Path);
    }

    [Fact]
    public async Task A_wrong_code_keeps_the_number_and_empties_the_code()
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();
        using var browser = new Browser(app);
        var typed = $"{followed.Reference[..3]} {followed.Reference[3..]}";

        var page = await EnterAsync(await browser.GetAsync("/volg"), typed, "CCCCCC");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.TextOf(".t-field__error").ShouldContain(Wrong);
        page.Find("#Code").GetAttribute("aria-invalid").ShouldBe("true");
        page.Form().ValueOf("Reference").ShouldBe(typed);
        page.Form().ValueOf("Code").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/volg")]
    [InlineData("/en/follow")]
    public async Task Whatever_is_wrong_the_answer_is_the_same_to_the_byte(string door)
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        var other = await city.PromisedAsync();
        var shut = await city.PromisedAsync();
        using var browser = new Browser(app);
        for (var i = 0; i < WrongCodes.Most; i++)
        {
            await EnterAsync(await browser.GetAsync(door), shut.Reference, "CCCCCC");
        }
        (string Reference, string Code)[] wrong =
        [
            (followed.Reference, "CCCCCC"),
            (followed.Reference, other.Access.Code),
            (followed.Reference, ""),
            (shut.Reference, shut.Access.Code),
            ("4829305179", followed.Access.Code),
            ("4829305170", followed.Access.Code),
            ("", ""),
            ("<script>alert(1)</script>", "' or 1=1 --"),
            (new string('9', 30), new string('K', 30)),
        ];

        var bodies = new List<string>();
        foreach (var (reference, code) in wrong)
        {
            var page = await EnterAsync(await browser.GetAsync(door), reference, code);
            page.Status.ShouldBe(HttpStatusCode.BadRequest);
            bodies.Add(Same(await page.Response.Content.ReadAsStringAsync(Ct)));
        }

        bodies.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task After_eight_wrong_codes_the_right_one_is_wrong_too_until_the_window_has_passed()
    {
        await using var app = await App.StartAsync();
        var city = await City.BuildAsync(app);
        var followed = await city.PromisedAsync();
        var other = await city.PromisedAsync();
        using var browser = new Browser(app);
        var door = await browser.GetAsync("/volg");

        for (var i = 0; i < WrongCodes.Most - 1; i++)
        {
            await EnterAsync(door, followed.Reference, "CCCCCC");
        }
        (await EnterAsync(door, followed.Reference, followed.Access.Code)).Path.ShouldBe(followed.Access.Path);
        await EnterAsync(door, followed.Reference, "CCCCCC");

        var shut = await EnterAsync(door, followed.Reference, followed.Access.Code);
        shut.Status.ShouldBe(HttpStatusCode.BadRequest);
        shut.Text.ShouldContain(Wrong);
        (await browser.GetAsync(followed.Access.Path)).Status.ShouldBe(HttpStatusCode.OK, "a link is no guess");
        (await EnterAsync(door, other.Reference, other.Access.Code)).Path.ShouldBe(other.Access.Path);

        await PassAsync(app, 14);
        (await EnterAsync(door, followed.Reference, followed.Access.Code)).Status.ShouldBe(HttpStatusCode.BadRequest);
        await PassAsync(app, 1);
        (await EnterAsync(door, followed.Reference, followed.Access.Code)).Path.ShouldBe(followed.Access.Path);
    }

    [Fact]
    public async Task The_window_does_not_follow_the_clock_of_the_program()
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();
        using var browser = new Browser(app);
        var door = await browser.GetAsync("/volg");
        for (var i = 0; i < WrongCodes.Most; i++)
        {
            await EnterAsync(door, followed.Reference, "CCCCCC");
        }

        app.Clock.Set(2027, 5, 4, 10, 46);

        (await EnterAsync(door, followed.Reference, followed.Access.Code)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Many_at_once_get_no_more_tries_than_one_by_one()
    {
        await using var app = await App.StartAsync();
        var followed = await (await City.BuildAsync(app)).PromisedAsync();

        var tries = await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(_ =>
                    app.InScopeAsync(services =>
                        services.GetRequiredService<WrongCodes>().MayTryAsync(followed.Reference, Ct)
                    )
                )
        );

        tries.Count(may => may).ShouldBe(WrongCodes.Most);
    }

    [Fact]
    public async Task Tries_are_forgotten_when_they_count_no_more()
    {
        await using var app = await App.StartAsync();
        await app.InScopeAsync(async services =>
        {
            var wrong = services.GetRequiredService<WrongCodes>();
            await wrong.MayTryAsync("4829305179", Ct);
            (await wrong.ForgetAsync(Ct)).ShouldBe(0);
            await PassAsync(app, 15);
            await wrong.ForgetAsync(Ct);
        });

        (await CountAsync(app)).ShouldBe(0);
    }

    [Theory]
    [InlineData("/volg", "nl", "Even wachten")]
    [InlineData("/en/follow", "en", "Please wait a moment")]
    public async Task Too_many_guesses_from_one_address_get_a_friendly_page(string door, string language, string title)
    {
        await using var app = await App.StartAsync(new() { ["GuessesPerMinute"] = "3" });
        await Given.MunicipalityAsync(app);
        using var browser = new Browser(app);
        var page = await browser.GetAsync(door);

        for (var i = 0; i < 3; i++)
        {
            (await EnterAsync(page, "4829305179", "CCCCCC")).Status.ShouldBe(HttpStatusCode.BadRequest);
        }
        var limited = await EnterAsync(page, "4829305179", "CCCCCC");

        limited.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        limited.TextOf("h1").ShouldBe(title);
        limited.Find("html").GetAttribute("lang").ShouldBe(language);
        (await browser.GetAsync(door)).Status.ShouldBe(HttpStatusCode.OK, "reading is no guess");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page()
    {
        await using var app = await App.StartAsync();
        await Given.MunicipalityAsync(app);
        using var browser = new Browser(app);

        var page = await browser.PostAsync("/volg", ("Reference", "4829305179"), ("Code", "CCCCCC"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.TextOf("h1").ShouldBe("Dit is niet goed aangekomen");
    }

    private static Task<Page> EnterAsync(Page door, string reference, string code) =>
        door.Form().With("Reference", reference).With("Code", code).SubmitAsync();

    private static Task<int> PassAsync(App app, int minutes) =>
        app.InDbAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"update citizens.wrong_code set window_started_at = window_started_at - make_interval(mins => {minutes})",
                Ct
            )
        );

    private static async Task<int> CountAsync(App app) =>
        (
            await app.InDbAsync(db =>
                db.Database.SqlQuery<int>($"""select count(*)::int as "Value" from citizens.wrong_code""")
                    .ToListAsync(Ct)
            )
        )[0];

    /// <summary>Without the token of the form and what was typed as reference.</summary>
    private static string Same(string body) => Own().Replace(body, m => m.Groups[1].Value + m.Groups[2].Value);

    [GeneratedRegex(
        """(<input[^>]*name="(?:Reference|__RequestVerificationToken)"[^>]*value=")[^"]*(")""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Own();
}
