using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Modules.Access.UserAdd;
using Terecht.Modules.Organisation.Data;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Access;

public sealed class UserAddTests
{
    private const string LongEnough = "vier losse woorden samen";

    [Fact]
    public async Task Who_was_added_can_sign_in()
    {
        await using var app = await App.StartAsync();
        var (code, said) = await RunAsync(app, "noor@maasdrecht.example", "Noor van der Berg", "admin,analyst");

        code.ShouldBe(0);
        said.ShouldBe(
            "Noor van der Berg kan inloggen met noor@maasdrecht.example. Rol: Analist, Functioneel beheerder."
        );
        using var browser = new Browser(app);
        var page = await (await browser.GetAsync("/inloggen"))
            .Form(".t-login__form")
            .With("Email", "noor@maasdrecht.example")
            .With("Password", LongEnough)
            .SubmitAsync();
        page.Path.ShouldBe("/mijn-rechten");
        var staff = await app.InDbAsync(db => db.Staff.SingleAsync(TestContext.Current.CancellationToken));
        (staff.GivenName, staff.Infix, staff.FamilyName).ShouldBe(("Noor", "van der", "Berg"));
    }

    [Theory]
    [InlineData("geen adres", "Noor Berg", "admin", LongEnough, "'geen adres' is geen e-mailadres.")]
    [InlineData("noor@", "Noor Berg", "admin", LongEnough, "'noor@' is geen e-mailadres.")]
    [InlineData("noor@a.example", "Noor", "admin", LongEnough, "Geef een voornaam en een achternaam")]
    [InlineData("noor@a.example", "Noor Berg", "admin,baas", LongEnough, "De rol 'baas' kennen we niet.")]
    [InlineData("noor@a.example", "Noor Berg", "admin", "kort", "Het wachtwoord is te kort")]
    public async Task What_is_wrong_is_said_and_nothing_is_written(
        string email,
        string name,
        string roles,
        string password,
        string sentence
    )
    {
        await using var app = await App.StartAsync();

        var (code, said) = await RunAsync(app, email, name, roles, password);

        code.ShouldBe(1);
        said.ShouldStartWith(sentence);
        (await app.InDbAsync(db => db.Accounts.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    [Fact]
    public async Task An_address_is_one_account()
    {
        await using var app = await App.StartAsync();
        await RunAsync(app, "noor@a.example", "Noor Berg", "admin");

        var (code, said) = await RunAsync(app, "Noor@A.example", "Noor Berg", "admin");

        code.ShouldBe(1);
        said.ShouldStartWith("Er is al een account");
    }

    private static Task<(int Code, string Said)> RunAsync(
        App app,
        string email,
        string name,
        string roles,
        string password = LongEnough
    ) =>
        app.InScopeAsync(async services =>
        {
            await using var said = new StringWriter();
            var user = new NewUser(email, name, roles.Split(','), password);
            var code = await UserAddCommand.RunAsync(services, user, said, said, TestContext.Current.CancellationToken);
            return (code, said.ToString().Trim());
        });
}
