using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
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

        var page = await asked
            .Form(FormSelector)
            .With("Email", " " + person.Email.ToUpperInvariant())
            .With("Password", Given.Password)
            .SubmitAsync();

        page.Path.ShouldBe("/mijn-rechten?a=1");
    }

    [Theory]
    [InlineData("https://elders.example/")]
    [InlineData("//elders.example/")]
    [InlineData("/\\elders.example/")]
    [InlineData("javascript:alert(1)")]
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

    private static Task<Page> SignInAsync(Page page, string email, string password) =>
        page.Form(FormSelector).With("Email", email).With("Password", password).SubmitAsync();
}
