using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Terecht.Modules.Access.Contracts;
using Terecht.Modules.Access.Data;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Import;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Organisation;

public sealed class ImportStaffTests
{
    private const string Header =
        "personeelsnummer;voornaam;tussenvoegsel;achternaam;email;telefoon;teams;rollen;leidt;vanaf;tot\n";
    private const string Joost = "1;Joost;van;Dam;joost@maasdrecht.example;099 700 5001;kcc;agent;;2021-03-01;\n";
    private const string Fatma =
        "2;Fatma;;Öztürk;fatma@maasdrecht.example;;belastingen|kcc;lead|specialist;belastingen;2020-01-01;\n";

    private static async Task<App> StartAsync()
    {
        var app = await Imports.StartAsync();
        const string teams =
            "code;naam;afdeling;kalender\nkcc;Klantcontact;K;standaard\nbelastingen;Belastingen;B;standaard\n";
        (await Imports.RunAsync(app, "teams", teams)).ShouldHold(added: 2);
        return app;
    }

    [Fact]
    public async Task Every_kind_of_bad_line_is_rejected_with_its_reason_and_the_rest_is_loaded()
    {
        await using var app = await StartAsync();
        var file =
            Header
            + Joost // 2
            + "1;Ander;;Mens;ander@maasdrecht.example;;kcc;agent;;2021-03-01;\n" // 3
            + "3;Dubbel;;Adres;JOOST@maasdrecht.example;;kcc;agent;;2021-03-01;\n" // 4
            + ";Zonder;;Nummer;zonder@maasdrecht.example;;kcc;agent;;2021-03-01;\n" // 5
            + "4;;;Naamloos;naamloos@maasdrecht.example;;kcc;agent;;2021-03-01;\n" // 6
            + "5;An;;;an@maasdrecht.example;;kcc;agent;;2021-03-01;\n" // 7
            + "6;An;;B;an-zonder-apenstaart;;kcc;agent;;2021-03-01;\n" // 8
            + "7;An;;B;an7@maasdrecht.example;;kcc;baas;;2021-03-01;\n" // 9
            + "8;An;;B;an8@maasdrecht.example;;kcc;;;2021-03-01;\n" // 10
            + "9;An;;B;an9@maasdrecht.example;;kcc|fietsen;agent;;2021-03-01;\n" // 11
            + "10;An;;B;an10@maasdrecht.example;;kcc;lead;fietsen;2021-03-01;\n" // 12
            + "11;An;;B;an11@maasdrecht.example;;kcc;agent;;;\n" // 13
            + "12;An;;B;an12@maasdrecht.example;;kcc;agent;;31-02-2021;\n" // 14
            + "13;An;;B;an13@maasdrecht.example;;kcc;agent;;2021-03-01;ooit\n" // 15
            + "14;An;;B;an14@maasdrecht.example;;kcc;agent;;2021-03-01;2021-02-28\n" // 16
            + Fatma; // 17

        var report = await Imports.RunAsync(app, "staff", file);

        report.ShouldHold(added: 2);
        report.Rejected.Select(r => r.Number).ShouldBe(Enumerable.Range(3, 14).Select(n => (int?)n));
        report.WhyNot(3).ShouldContain("regel 2");
        report.WhyNot(4).ShouldContain("regel 2");
        report.WhyNot(5).ShouldContain("'personeelsnummer' is leeg");
        report.WhyNot(6).ShouldContain("'voornaam' is leeg");
        report.WhyNot(7).ShouldContain("'achternaam' is leeg");
        report.WhyNot(8).ShouldContain("an-zonder-apenstaart");
        report.WhyNot(9).ShouldContain("'baas'");
        report.WhyNot(9).ShouldContain("specialist");
        report.WhyNot(10).ShouldContain("'rollen' is leeg");
        report.WhyNot(11).ShouldContain("'fietsen'");
        report.WhyNot(11).ShouldContain("belastingen, kcc");
        report.WhyNot(12).ShouldContain("'fietsen'");
        report.WhyNot(13).ShouldContain("'vanaf' is leeg");
        report.WhyNot(14).ShouldContain("31-02-2021");
        report.WhyNot(15).ShouldContain("'ooit'");
        report.WhyNot(16).ShouldContain("ligt voor");
        (await app.InDbAsync(db => db.Accounts.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task A_person_gets_an_account_without_password_with_roles_and_teams()
    {
        await using var app = await StartAsync();
        await Imports.RunAsync(app, "staff", Header + Fatma);

        var account = await app.InDbAsync(db => db.Accounts.SingleAsync());
        (account.Email, account.PasswordHash).ShouldBe(("fatma@maasdrecht.example", null));
        (await app.InDbAsync(db => db.AccountRoles.Select(r => r.Role).Order().ToListAsync())).ShouldBe([
            Roles.Lead,
            Roles.Specialist,
        ]);
        await app.InScopeAsync(async services =>
        {
            var now = await services
                .GetRequiredService<IOrganisation>()
                .NowAsync(TestContext.Current.CancellationToken);
            var card = now.Staff.ShouldHaveSingleItem();
            card.Name.ShouldBe("Fatma Öztürk");
            card.Teams.Select(t => now.Team(t).Code).Order().ShouldBe(["belastingen", "kcc"]);
            card.Leads.Select(t => now.Team(t).Code).ShouldBe(["belastingen"]);
        });
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        await using var app = await StartAsync();
        (await Imports.RunAsync(app, "staff", Header + Joost + Fatma)).ShouldHold(added: 2);

        (await Imports.RunAsync(app, "staff", Header + Joost + Fatma)).ShouldHold(same: 2);
    }

    [Theory]
    [InlineData("Dam", "Damme")]
    [InlineData("joost@", "j.vandam@")]
    [InlineData("kcc;agent", "belastingen;agent")]
    [InlineData("kcc;agent", "kcc|belastingen;agent")]
    [InlineData("kcc;agent", "kcc;agent|counter")]
    [InlineData("kcc;agent;", "kcc;agent;kcc")]
    [InlineData("2021-03-01;", "2021-03-01;2027-06-30")]
    public async Task A_changed_row_changes_one_and_then_no_more(string before, string after)
    {
        await using var app = await StartAsync();
        await Imports.RunAsync(app, "staff", Header + Joost + Fatma);
        var file = Header + Joost.Replace(before, after) + Fatma;

        (await Imports.RunAsync(app, "staff", file)).ShouldHold(changed: 1, same: 1);

        (await Imports.RunAsync(app, "staff", file)).ShouldHold(same: 2);
    }

    [Fact]
    public async Task Another_address_is_another_name_to_sign_in_with()
    {
        await using var app = await StartAsync();
        await Imports.RunAsync(app, "staff", Header + Joost);

        await Imports.RunAsync(app, "staff", Header + Joost.Replace("joost@", "j.vandam@"));

        await app.InScopeAsync(async services =>
        {
            var accounts = services.GetRequiredService<IAccounts>();
            var ct = TestContext.Current.CancellationToken;
            (await accounts.FindAsync("J.VanDam@maasdrecht.example", ct)).ShouldNotBeNull();
            (await accounts.FindAsync("joost@maasdrecht.example", ct)).ShouldBeNull();
        });
    }

    [Fact]
    public async Task An_address_of_somebody_else_is_not_given_away()
    {
        await using var app = await StartAsync();
        await Imports.RunAsync(app, "staff", Header + Joost);

        var report = await Imports.RunAsync(
            app,
            "staff",
            Header + "7;Jan;;Klaassen;joost@maasdrecht.example;;kcc;agent;;2021-03-01;\n"
        );

        report.WhyNot(2).ShouldContain("iemand anders");
    }

    [Fact]
    public async Task Who_left_stays_with_the_last_day_and_who_is_not_named_stays_as_they_are()
    {
        await using var app = await StartAsync();
        await Imports.RunAsync(app, "staff", Header + Joost + Fatma);

        await Imports.RunAsync(app, "staff", Header + Joost.Replace("2021-03-01;", "2021-03-01;30-4-2027"));

        var staff = await app.InDbAsync(db => db.Staff.OrderBy(s => s.Number).ToListAsync());
        staff.Select(s => s.EndsOn).ShouldBe([new LocalDate(2027, 4, 30), null]);
        (await app.InDbAsync(db => db.TeamMembers.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task Who_was_added_by_hand_gets_the_number_of_the_file()
    {
        await using var app = await StartAsync();
        await app.InScopeAsync(async services =>
        {
            var id = services.GetRequiredService<IAccounts>().Add("joost@maasdrecht.example", [Roles.Admin]);
            services.GetRequiredService<INewStaff>().Add(id, "Joost van Dam", "joost@maasdrecht.example");
            await services
                .GetRequiredService<Terecht.Platform.Data.TerechtDb>()
                .SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        (await Imports.RunAsync(app, "staff", Header + Joost)).ShouldHold(changed: 1);

        (await app.InDbAsync(db => db.Staff.SingleAsync())).Number.ShouldBe("1");
        (await app.InDbAsync(db => db.AccountRoles.SingleAsync())).Role.ShouldBe(Roles.Agent);
    }

    [Fact]
    public async Task Teams_of_another_municipality_are_not_touched()
    {
        await using var app = await StartAsync();
        await Imports.MunicipalityAsync(app, Imports.City.Replace("\"maasdrecht\"", "\"ouddam\""));
        await Imports.RunAsync(app, "staff", Header + Joost, municipality: "maasdrecht");

        var report = await Imports.RunAsync(
            app,
            "staff",
            Header + Joost.Replace("kcc", "regie"),
            municipality: "ouddam"
        );

        report.ShouldHold(changed: 1);
        (await app.InDbAsync(db => db.TeamMembers.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Leading_without_the_role_is_loaded_with_a_remark()
    {
        await using var app = await StartAsync();

        var report = await Imports.RunAsync(app, "staff", Header + Joost.Replace("agent;", "agent;kcc"));

        report.ShouldHold(added: 1);
        report.Notes.ShouldHaveSingleItem().Why.ShouldContain("kcc");
    }

    [Fact]
    public async Task The_demo_city_is_loaded_whole_and_a_second_time_changes_nothing()
    {
        await using var app = await Imports.StartAsync();
        foreach (var second in new[] { false, true })
        {
            foreach (var (what, file) in Demo)
            {
                var path = Architecture.Checkout.Full($"demo/maasdrecht/{file}");
                var read = await ImportFile.ReadAsync(path, TestContext.Current.CancellationToken);
                var report = await Imports.RunAsync(app, what, read);
                report.Rejected.ShouldBeEmpty();
                report.Notes.ShouldBeEmpty();
                report.Total.ShouldBeGreaterThan(0);
                if (second)
                {
                    report.ShouldHold(same: report.Total);
                }
            }
        }
        (await app.InDbAsync(db => db.Teams.CountAsync())).ShouldBe(40);
        (await app.InDbAsync(db => db.Staff.CountAsync())).ShouldBe(120);
    }

    private static readonly (string What, string File)[] Demo =
    [
        ("calendars", "calendars.json"),
        ("numbers", "numbers.csv"),
        ("teams", "teams.csv"),
        ("staff", "staff.csv"),
        ("districts", "districts.csv"),
        ("topics", "topics.csv"),
    ];
}
