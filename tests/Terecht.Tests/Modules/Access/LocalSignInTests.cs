using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Modules.Access.SignIn;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Access;

public sealed class LocalSignInTests
{
    private const string FormSelector = ".t-login__form";

    [Fact]
    public async Task The_right_password_opens_the_page_that_was_asked_for()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = new Browser(app);
        var asked = await browser.GetAsync("/inloggen?ReturnUrl=%2Fmijn-rechten%3Fa%3D1");

        var page = await SignInAsync(asked, " " + person.Email.ToUpperInvariant(), Given.Password);

        page.Path.ShouldBe("/mijn-rechten?a=1");
    }

    [Theory]
    [InlineData("https://elders.example/")]
    [InlineData("//elders.example/")]
    [InlineData("/\\elders.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task A_return_address_elsewhere_is_not_followed(string address)
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = new Browser(app);
        var asked = await browser.GetAsync("/inloggen?ReturnUrl=" + Uri.EscapeDataString(address));

        var page = await SignInAsync(asked, person.Email, Given.Password);

        page.Passed.ShouldAllBe(u => u.Host == "localhost");
        page.Path.ShouldBe("/mijn-rechten");
    }

    [Fact]
    public async Task A_wrong_password_gets_one_sentence_by_the_field_and_the_address_stays()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = new Browser(app);

        var page = await SignInAsync(await browser.GetAsync("/inloggen"), person.Email, "iets anders");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Find("#Password").GetAttribute("aria-invalid").ShouldBe("true");
        page.Find("#Password").GetAttribute("aria-describedby").ShouldBe("Password-fout");
        page.TextOf("#Password-fout").ShouldStartWith("E-mailadres en wachtwoord horen niet bij elkaar.");
        page.Form(FormSelector).ValueOf("Email").ShouldBe(person.Email);
        page.Form(FormSelector).ValueOf("Password").ShouldBe("");
    }

    [Fact]
    public async Task Who_guesses_is_not_told_whether_the_account_exists_is_locked_or_has_no_password()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);
        var locked = await Given.StaffAsync(app, Roles.Analyst);
        await LockAsync(app, locked, RealClock.Instance.GetUtcNow().AddMinutes(5));
        await app.InScopeAsync(services =>
        {
            services.GetRequiredService<IAccounts>().Add("geen-wachtwoord@maasdrecht.example", [Roles.Agent]);
            return services.GetRequiredService<Terecht.Platform.Data.TerechtDb>().SaveChangesAsync();
        });
        using var browser = new Browser(app);
        var page = await browser.GetAsync("/inloggen");

        var answers = new List<string>();
        foreach (
            var email in new[] { person.Email, locked.Email, "geen-wachtwoord@maasdrecht.example", "niemand@a.example" }
        )
        {
            var answer = await SignInAsync(page, email, "fout");
            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            answers.Add(answer.TextOf("#Password-fout"));
        }

        answers.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_empty_field_is_named()
    {
        await using var app = await App.StartAsync();
        using var browser = new Browser(app);

        var page = await SignInAsync(await browser.GetAsync("/inloggen"), " ", "");

        page.TextOf("#Email-fout").ShouldBe("Vul het e-mailadres van uw werk in.");
        page.TextOf("#Password-fout").ShouldBe("Vul uw wachtwoord in.");
    }

    [Fact]
    public async Task Ten_wrong_tries_close_the_account_for_ten_minutes()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = new Browser(app);
        var page = await browser.GetAsync("/inloggen");
        for (var i = 0; i < PasswordDoor.Tries; i++)
        {
            await SignInAsync(page, person.Email, "fout");
        }

        (await SignInAsync(page, person.Email, Given.Password)).Status.ShouldBe(HttpStatusCode.BadRequest);
        var until = await app.InDbAsync(db =>
            db.Accounts.Where(a => a.Id == person.AccountId)
                .Select(a => a.LockoutEnd)
                .SingleAsync(TestContext.Current.CancellationToken)
        );
        until.ShouldNotBeNull();
        (until.Value - RealClock.Instance.GetUtcNow()).ShouldBeInRange(
            PasswordDoor.Rest - TimeSpan.FromMinutes(5),
            PasswordDoor.Rest
        );

        await LockAsync(app, person, RealClock.Instance.GetUtcNow().AddSeconds(-1));
        (await SignInAsync(page, person.Email, Given.Password)).Path.ShouldBe("/mijn-rechten");
    }

    [Fact]
    public async Task Nine_wrong_tries_are_forgotten_after_a_right_one()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = new Browser(app);
        for (var round = 0; round < 2; round++)
        {
            using var other = new Browser(app);
            var page = await other.GetAsync("/inloggen");
            for (var i = 1; i < PasswordDoor.Tries; i++)
            {
                await SignInAsync(page, person.Email, "fout");
            }
            (await SignInAsync(page, person.Email, Given.Password)).Path.ShouldBe("/mijn-rechten");
        }
    }

    [Fact]
    public async Task Thirty_wrong_tries_at_once_are_all_counted()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => TryAsync(app, person, "fout")));

        (await TryAsync(app, person, Given.Password)).ShouldBeFalse();
    }

    [Fact]
    public async Task One_address_may_guess_so_often_in_a_minute_and_reading_the_page_does_not_count()
    {
        await using var app = await App.StartAsync(new() { ["GuessesPerMinute"] = "3" });
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = new Browser(app);
        var page = await browser.GetAsync("/inloggen");
        for (var i = 0; i < 3; i++)
        {
            await browser.GetAsync("/inloggen");
            await SignInAsync(page, person.Email, "fout");
        }

        using var answer = await page.Form(FormSelector)
            .With("Email", person.Email)
            .With("Password", Given.Password)
            .SendAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.GetAsync("/")).Path.ShouldStartWith("/inloggen");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = new Browser(app);
        await browser.GetAsync("/inloggen");

        using var content = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["Email"] = person.Email, ["Password"] = Given.Password }
        );
        var answer = await browser.Client.PostAsync(
            new Uri("/inloggen", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await browser.GetAsync("/")).Path.ShouldStartWith("/inloggen");
    }

    [Fact]
    public async Task Pressing_twice_ends_where_pressing_once_does()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = new Browser(app);
        var form = (await browser.GetAsync("/inloggen?ReturnUrl=%2Fmijn-rechten%3Fa%3D1"))
            .Form(FormSelector)
            .With("Email", person.Email)
            .With("Password", Given.Password);

        (await form.SubmitAsync()).Path.ShouldBe("/mijn-rechten?a=1");
        (await form.SubmitAsync()).Path.ShouldBe("/mijn-rechten?a=1");
    }

    [Fact]
    public async Task Who_left_cannot_sign_in()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);
        await Leaving.EndAsync(app, person);
        using var browser = new Browser(app);

        var page = await SignInAsync(await browser.GetAsync("/inloggen"), person.Email, Given.Password);

        page.TextOf("#Password-fout").ShouldStartWith("U kunt met dit account niet meer werken.");
        (await browser.GetAsync("/")).Path.ShouldStartWith("/inloggen");
    }

    [Fact]
    public async Task One_press_signs_in_as_somebody_of_the_demo_and_as_nobody_else()
    {
        await using var app = await App.StartAsync();
        var team = await Given.TeamAsync(app, "Belastingen");
        var shown = await Given.StaffAsync(app, [Roles.Specialist], [team], "Fatma Öztürk", demoRank: 1);
        var other = await Given.StaffAsync(app, [Roles.Admin], name: "Anjali Ramdas");
        using var browser = new Browser(app);

        var page = await browser.GetAsync("/inloggen");
        page.Text.ShouldContain("Klantcontact van de gemeente Maasdrecht");
        var button = page.Find(".t-who");
        Page.Words(button).ShouldBe("FÖ Fatma Öztürkbelt terug voor team Belastingen Werkvoorraad");
        button.SetAttribute("value", other.AccountId.ToString());
        (await page.Form(".t-demo form").SubmitAsync()).Path.ShouldBe("/inloggen");
        button.SetAttribute("value", shown.AccountId.ToString());
        (await page.Form(".t-demo form").SubmitAsync("Fatma")).Path.ShouldBe("/werkvoorraad");
    }

    private static async Task<bool> TryAsync(App app, Person person, string password) =>
        await app.InScopeAsync(async services =>
            await services
                .GetRequiredService<PasswordDoor>()
                .OpenAsync(person.Email, password, TestContext.Current.CancellationToken)
                is not null
        );

    private static Task<int> LockAsync(App app, Person person, DateTimeOffset until) =>
        app.InDbAsync(db =>
            db.Accounts.Where(a => a.Id == person.AccountId)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.LockoutEnd, until), TestContext.Current.CancellationToken)
        );

    private static Task<Page> SignInAsync(Page page, string email, string password) =>
        page.Form(FormSelector).With("Email", email).With("Password", password).SubmitAsync();
}
