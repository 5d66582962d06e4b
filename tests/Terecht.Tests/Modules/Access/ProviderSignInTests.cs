using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Access;

public sealed class ProviderSignInTests
{
    [Fact]
    public async Task Code_with_pkce_and_nonce_opens_the_page_that_was_asked_for()
    {
        await using var at = await Stage.SetAsync();

        var page = await at.SignInAsync("/inloggen?ReturnUrl=%2Fmijn-rechten");

        page.Path.ShouldBe("/mijn-rechten");
        var asked = at.Provider.Asked.ShouldHaveSingleItem();
        asked.ResponseType.ShouldBe("code");
        page.Passed.ShouldContain(u => u.AbsolutePath == "/signin-oidc" && u.Query.Contains("code="));
        asked.CodeChallengeMethod.ShouldBe("S256");
        asked.CodeChallenge.ShouldNotBeNullOrEmpty();
        asked.Nonce.ShouldNotBeNullOrEmpty();
        asked.State.ShouldNotBeNullOrEmpty();
        asked.Scope!.Split(' ').ShouldBe(["openid", "profile", "email"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_wrong_nonce_is_refused()
    {
        await using var at = await Stage.SetAsync();
        at.Provider.WrongNonce = true;

        var page = await at.SignInAsync();

        page.Path.ShouldBe("/inloggen/mislukt?waarom=Untrusted");
        page.Text.ShouldContain("klopt niet");
        (await at.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_provider_may_change_its_key_between_two_sign_ins()
    {
        await using var at = await Stage.SetAsync();
        (await at.SignInAsync()).Path.ShouldBe("/mijn-rechten");
        at.Provider.RotateKey();
        at.TakeNewBrowser();

        (await at.SignInAsync()).Path.ShouldBe("/mijn-rechten");
        at.Provider.RotateKey();
        at.TakeNewBrowser();

        (await at.SignInAsync()).Path.ShouldBe("/mijn-rechten");
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public async Task A_clock_that_is_a_little_off_is_forgiven(int seconds)
    {
        await using var at = await Stage.SetAsync();
        at.Provider.Clock.Off = TimeSpan.FromSeconds(seconds);

        (await at.SignInAsync()).Path.ShouldBe("/mijn-rechten");
    }

    [Fact]
    public async Task A_token_from_ten_minutes_ahead_is_refused()
    {
        await using var at = await Stage.SetAsync();
        at.Provider.Clock.Off = TimeSpan.FromMinutes(10);

        (await at.SignInAsync()).Path.ShouldBe("/inloggen/mislukt?waarom=Untrusted");
        (await at.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_without_an_account_is_refused_with_a_way_to_go()
    {
        await using var at = await Stage.SetAsync();
        at.Provider.Is("email", "onbekend@maasdrecht.example");

        var page = await at.SignInAsync();

        page.Path.ShouldBe("/inloggen/mislukt?waarom=Unknown");
        page.Text.ShouldContain("nog geen account");
        (await at.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_address_that_was_not_verified_opens_nothing()
    {
        await using var at = await Stage.SetAsync();
        at.Provider.Is("email_verified", "false");

        (await at.SignInAsync()).Path.ShouldBe("/inloggen/mislukt?waarom=Unknown");
    }

    [Fact]
    public async Task Who_left_is_refused()
    {
        await using var at = await Stage.SetAsync();
        await at.EndEmploymentAsync();

        var page = await at.SignInAsync();

        page.Path.ShouldBe("/inloggen/mislukt?waarom=Ended");
        (await at.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_person_is_remembered_when_the_address_changes_and_the_old_address_opens_nothing()
    {
        await using var at = await Stage.SetAsync();
        (await at.SignInAsync()).Path.ShouldBe("/mijn-rechten");

        at.TakeNewBrowser();
        at.Provider.Is("email", "getrouwd@maasdrecht.example");
        (await at.SignInAsync()).Path.ShouldBe("/mijn-rechten");

        at.TakeNewBrowser();
        at.Provider.Is("sub", "somebody-else");
        at.Provider.Is("email", at.Person.Email);
        (await at.SignInAsync()).Path.ShouldBe("/inloggen/mislukt?waarom=Unknown");
    }

    [Theory]
    [InlineData("amr", "pwd", false)]
    [InlineData("amr", "mfa", true)]
    [InlineData("acr", "urn:hoog", true)]
    [InlineData("acr", "urn:laag", false)]
    public async Task A_second_step_is_demanded_when_set(string claim, string value, bool enters)
    {
        await using var at = await Stage.SetAsync(("RequireMfa", "true"), ("RequireAcr", "urn:hoog"));
        at.Provider.Is(claim, value);

        var page = await at.SignInAsync();

        page.Path.ShouldBe(enters ? "/mijn-rechten" : "/inloggen/mislukt?waarom=NoSecondStep");
        at.Provider.Asked.ShouldHaveSingleItem().AcrValues.ShouldBe("urn:hoog");
    }

    [Fact]
    public async Task Roles_come_from_the_claim_when_set_so_and_roles_that_we_do_not_know_are_left()
    {
        await using var at = await Stage.SetAsync(("RolesFromClaim", "true"));
        at.Provider.Person.Add(("roles", Roles.Editor));
        at.Provider.Person.Add(("roles", Roles.Privacy));
        at.Provider.Person.Add(("roles", "domain-admin"));

        await at.SignInAsync();

        var roles = await at.App.InDbAsync(db =>
            db.AccountRoles.Where(r => r.AccountId == at.Person.AccountId)
                .Select(r => r.Role)
                .ToListAsync(TestContext.Current.CancellationToken)
        );
        roles.ShouldBe([Roles.Editor, Roles.Privacy], ignoreOrder: true);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_the_provider()
    {
        await using var at = await Stage.SetAsync();
        await at.SignInAsync();

        var asked = await at.Browser.GetAsync("/uitloggen");
        var between = await asked.Form().SubmitAsync();
        between
            .Find("meta[http-equiv=refresh]")
            .GetAttribute("content")
            .ShouldNotBeNull()
            .ShouldContain("id_token_hint=");
        (await at.IsSignedInAsync()).ShouldBeFalse();
        var end = await between.FollowAsync("Ga verder");

        end.Path.ShouldBe("/uitgelogd");
        at.Provider.SignOuts.ShouldBe(1);
    }

    [Fact]
    public async Task A_provider_that_is_down_gives_a_sentence_and_a_way_back()
    {
        await using var at = await Stage.SetAsync();
        await at.Provider.StopAsync();

        var page = await at.SignInAsync();

        page.Path.ShouldBe("/inloggen/mislukt?waarom=Down");
        page.Text.ShouldContain("geeft nu geen antwoord");
        (await page.FollowAsync("Terug naar inloggen")).Path.ShouldBe("/inloggen");
    }

    [Fact]
    public async Task A_provider_that_says_no_gives_a_sentence()
    {
        await using var at = await Stage.SetAsync();
        at.Provider.Declines = true;

        (await at.SignInAsync()).Path.ShouldBe("/inloggen/mislukt?waarom=Declined");
    }

    [Theory]
    [InlineData("/signin-oidc?code=x&state=y")]
    [InlineData("/signin-oidc?code=x")]
    [InlineData("/signin-oidc?error=server_error&state=y")]
    [InlineData("/signin-oidc")]
    public async Task An_answer_that_nobody_asked_for_gives_a_page_without_a_trace(string address)
    {
        await using var at = await Stage.SetAsync();

        var page = await at.Browser.GetAsync(address);

        page.Path.ShouldStartWith("/inloggen/mislukt");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain("Exception");
        (await at.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_that_began_in_another_browser_is_refused()
    {
        await using var at = await Stage.SetAsync();
        var page = await at.SignInAsync();
        var answer = page.Passed.Single(u => u.AbsolutePath == "/signin-oidc");
        at.TakeNewBrowser();

        (await at.Browser.GetAsync(answer.PathAndQuery)).Path.ShouldBe("/inloggen/mislukt?waarom=Expired");
        (await at.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_local_accounts_there_is_no_form_and_no_way_around_it()
    {
        await using var at = await Stage.SetAsync();

        var page = await at.Browser.GetAsync("/inloggen");
        page.All("input[type=password]").ShouldBeEmpty();
        page.All(".t-demo").ShouldBeEmpty();
        await at.Browser.PostAsync("/inloggen", ("Email", at.Person.Email), ("Password", Given.Password));
        await at.Browser.PostAsync("/inloggen?handler=Demo", ("person", at.Person.AccountId.ToString()));
        (await at.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_clock_of_the_demo_does_not_touch_signing_in()
    {
        await using var at = await Stage.SetAsync();
        at.App.Clock.Set(2027, 1, 4, 9, 0);
        (await at.SignInAsync()).Path.ShouldBe("/mijn-rechten");

        at.App.Clock.Advance(Duration.FromDays(30));
        (await at.IsSignedInAsync()).ShouldBeTrue();
    }
}
