using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Platform.Data;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Access;

public sealed class SessionTests
{
    private static readonly Dictionary<string, string?> CheckAtOnce = new() { ["SessionCheckEvery"] = "00:00:00" };

    [Fact]
    public async Task Everybody_begins_at_the_home_page_of_the_first_role()
    {
        await using var app = await App.StartAsync();
        (string[] Roles, string Home)[] cases =
        [
            ([Roles.Agent], "/werkplek"),
            ([Roles.Specialist], "/werkvoorraad"),
            ([Roles.Analyst, Roles.Lead], "/werkvoorraad"),
            ([Roles.Admin], "/beheer"),
            ([Roles.Privacy], "/mijn-rechten"),
            ([], "/mijn-rechten"),
        ];
        foreach (var (roles, home) in cases)
        {
            using var browser = await Given.SignedInAsync(app, await Given.StaffAsync(app, roles));
            (await browser.GetAsync("/")).Path.ShouldBe(home);
        }
    }

    [Fact]
    public async Task Several_roles_give_the_rights_of_each()
    {
        Roles
            .RightsOf([Roles.Agent, Roles.Editor, "unknown"])
            .ShouldBe([Right.Own, Right.Register, Right.EditAnswers], ignoreOrder: true);
        await using var app = await App.StartAsync();
        using var browser = await Given.SignedInAsync(app, await Given.StaffAsync(app, [Roles.Editor, Roles.Agent]));

        (await browser.GetAsync("/geen-toegang?recht=Administer")).Text.ShouldContain(
            "Uw rol: KCC-medewerker en Kennisredacteur."
        );
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_from_an_open_session_and_the_session_goes_on()
    {
        await using var app = await App.StartAsync(CheckAtOnce);
        var person = await Given.StaffAsync(app, [Roles.Agent, Roles.Analyst]);
        using var browser = await Given.SignedInAsync(app, person);
        (await browser.GetAsync("/")).Path.ShouldBe("/werkplek");

        await app.InScopeAsync(async services =>
        {
            await services
                .GetRequiredService<IAccounts>()
                .SetRolesAsync(person.AccountId, [Roles.Analyst], TestContext.Current.CancellationToken);
            await services.GetRequiredService<TerechtDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        (await browser.GetAsync("/")).Path.ShouldBe("/mijn-rechten");
    }

    [Fact]
    public async Task A_session_ends_when_employment_does()
    {
        await using var app = await App.StartAsync(CheckAtOnce);
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = await Given.SignedInAsync(app, person);

        await Leaving.EndAsync(app, person);

        (await browser.GetAsync("/")).Path.ShouldStartWith("/inloggen");
    }

    [Fact]
    public async Task A_session_ends_when_the_account_gets_another_stamp()
    {
        await using var app = await App.StartAsync(CheckAtOnce);
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = await Given.SignedInAsync(app, person);

        await app.InDbAsync(db =>
            db.Accounts.Where(a => a.Id == person.AccountId)
                .ExecuteUpdateAsync(
                    s => s.SetProperty(a => a.SecurityStamp, "another"),
                    TestContext.Current.CancellationToken
                )
        );

        (await browser.GetAsync("/")).Path.ShouldStartWith("/inloggen");
    }

    [Fact]
    public async Task A_session_is_believed_for_a_while_without_asking_the_database()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = await Given.SignedInAsync(app, person);

        await Leaving.EndAsync(app, person);

        (await browser.GetAsync("/")).Path.ShouldBe("/mijn-rechten");
    }

    [Fact]
    public async Task The_clock_of_the_product_does_not_end_a_session()
    {
        await using var app = await App.StartAsync(CheckAtOnce);
        using var browser = await Given.SignedInAsync(app, await Given.StaffAsync(app, Roles.Analyst));

        app.Clock.Advance(Duration.FromDays(100));

        (await browser.GetAsync("/")).Path.ShouldBe("/mijn-rechten");
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var app = await App.StartAsync();
        var person = await Given.StaffAsync(app, Roles.Analyst);
        using var browser = new Browser(app);
        var page = await browser.GetAsync("/inloggen");
        var answer = await page.Form(".t-login__form")
            .With("Email", person.Email)
            .With("Password", Given.Password)
            .SendAsync();

        var cookie = answer
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("terecht=", StringComparison.Ordinal));

        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_pressing_again_is_no_fault()
    {
        await using var app = await App.StartAsync();
        using var browser = await Given.SignedInAsync(app, await Given.StaffAsync(app, Roles.Analyst));
        var form = (await browser.GetAsync("/uitloggen")).Form();

        (await form.SubmitAsync()).Path.ShouldBe("/uitgelogd");
        (await browser.GetAsync("/")).Path.ShouldStartWith("/inloggen");
        (await form.SubmitAsync()).Path.ShouldBe("/uitgelogd");
    }

    [Fact]
    public async Task Signing_out_without_the_token_of_the_form_does_nothing()
    {
        await using var app = await App.StartAsync();
        using var browser = await Given.SignedInAsync(app, await Given.StaffAsync(app, Roles.Analyst));

        (await browser.PostAsync("/uitloggen")).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await browser.GetAsync("/")).Path.ShouldBe("/mijn-rechten");
    }

    [Fact]
    public async Task The_page_of_no_access_names_the_right_and_who_has_it()
    {
        await using var app = await App.StartAsync();
        using var browser = await Given.SignedInAsync(app, await Given.StaffAsync(app, Roles.Agent));

        var page = await browser.GetAsync("/geen-toegang?recht=LeadTeam,Coordinate");

        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Text.ShouldContain("het werk van uw team zien en verdelen");
        page.Text.ShouldContain("alle toezeggingen van alle teams zien");
        page.Text.ShouldContain("Teamleider of Regie");
        (await page.FollowAsync("Naar uw beginpagina")).Path.ShouldBe("/werkplek");
    }

    [Fact]
    public async Task A_script_without_a_session_gets_401_and_no_page_to_sign_in()
    {
        await using var app = await App.StartAsync();
        using var browser = new Browser(app);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("HX-Request", "true");

        var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
