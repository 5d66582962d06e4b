using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Platform.Events;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Organisation;

public sealed class ImportTeamsTests
{
    private const string Header = "code;naam;naam_en;afdeling;kalender;telefoon;email\n";
    private const string Taxes =
        "belastingen;Belastingen;Taxes;Belastingen en Inkomen;standaard;099 700 4120;belastingen@maasdrecht.example\n";
    private const string Waste = "afval;Afval;;Stadsbeheer;standaard;;\n";

    [Fact]
    public async Task Every_kind_of_bad_line_is_rejected_with_its_reason_and_the_rest_is_loaded()
    {
        await using var app = await Imports.StartAsync();
        var file =
            Header
            + Taxes // 2
            + "Belastingen;Nog eens;;A;standaard;;\n" // 3
            + ";Zonder code;;A;standaard;;\n" // 4
            + "zonder-naam;;;A;standaard;;\n" // 5
            + "met spatie;Naam;;A;standaard;;\n" // 6
            + "geen-afdeling;Naam;;;standaard;;\n" // 7
            + "geen-kalender;Naam;;A;;;\n" // 8
            + "andere-kalender;Naam;;A;zomer;;\n" // 9
            + "adres;Naam;;A;standaard;;geen adres\n" // 10
            + $"lang;{new string('x', 201)};;A;standaard;;\n" // 11
            + "formule;=A1;;A;standaard;;\n" // 12
            + "breed;Naam;;A;standaard;;;;extra\n" // 13
            + Waste; // 14

        var report = await Imports.RunAsync(app, "teams", file);

        report.ShouldHold(added: 2);
        report.Rejected.Select(r => r.Number).ShouldBe([13, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], ignoreOrder: true);
        report.WhyNot(3).ShouldContain("regel 2");
        report.WhyNot(4).ShouldContain("'code' is leeg");
        report.WhyNot(5).ShouldContain("'naam' is leeg");
        report.WhyNot(6).ShouldContain("met spatie");
        report.WhyNot(7).ShouldContain("'afdeling' is leeg");
        report.WhyNot(8).ShouldContain("'kalender' is leeg");
        report.WhyNot(9).ShouldContain("'zomer'");
        report.WhyNot(9).ShouldContain("standaard");
        report.WhyNot(10).ShouldContain("e-mailadres");
        report.WhyNot(11).ShouldContain("201 tekens");
        report.WhyNot(12).ShouldContain("formule");
        report.WhyNot(13).ShouldContain("9 kolommen");
        report.Total.ShouldBe(13);
        var waste = await app.InDbAsync(db => db.Teams.SingleAsync(t => t.Code == "afval"));
        (waste.NameEn, waste.Phone, waste.Email, waste.IsRegie).ShouldBe(("Afval", null, null, false));
    }

    [Fact]
    public async Task A_second_import_changes_nothing_and_a_changed_row_changes_one()
    {
        await using var app = await Imports.StartAsync();
        (await Imports.RunAsync(app, "teams", Header + Taxes + Waste)).ShouldHold(added: 2);
        var events = await SettingsEventsAsync(app);

        (await Imports.RunAsync(app, "teams", Header + Taxes + Waste)).ShouldHold(same: 2);
        (await SettingsEventsAsync(app)).ShouldBe(events);

        var report = await Imports.RunAsync(app, "teams", Header + Waste + Taxes.Replace("4120", "4121"));
        report.ShouldHold(changed: 1, same: 1);
        (await SettingsEventsAsync(app)).ShouldBe(events + 1);
        (await app.InDbAsync(db => db.Teams.SingleAsync(t => t.Code == "belastingen"))).Phone.ShouldBe("099 700 4121");
    }

    [Fact]
    public async Task The_event_says_what_and_how_many_and_that_the_system_did_it()
    {
        await using var app = await Imports.StartAsync();
        await Imports.RunAsync(app, "teams", Header + Taxes + Waste);

        var rows = await app.InDbAsync(db =>
            db.Set<EventRow>().Where(e => e.Type == SettingsChanged.Type).ToListAsync()
        );

        rows.ShouldAllBe(e => e.ActorKind == "system");
        rows.Select(e => e.Read<SettingsChanged>()).Single(e => e.What == "teams").Rows.ShouldBe(2);
    }

    [Fact]
    public async Task A_preview_says_the_same_and_keeps_nothing()
    {
        await using var app = await Imports.StartAsync();
        var file = Header + Taxes + Waste + ";;;;;;\n" + "x;;;;;;\n";

        var preview = await Imports.RunAsync(app, "teams", file, preview: true);

        preview.Preview.ShouldBeTrue();
        (await app.InDbAsync(db => db.Teams.CountAsync(t => !t.IsRegie))).ShouldBe(0);
        var real = await Imports.RunAsync(app, "teams", file);
        (real.New, real.Changed, real.Same, real.Rejected.Count).ShouldBe(
            (preview.New, preview.Changed, preview.Same, preview.Rejected.Count)
        );
        real.Rejected.ShouldBe(preview.Rejected);
    }

    [Fact]
    public async Task The_team_with_the_code_of_Regie_becomes_Regie()
    {
        await using var app = await Imports.StartAsync();

        (await Imports.RunAsync(app, "teams", Header + "Regie;Stadsregie;;Klantcontact;standaard;;\n")).ShouldHold(
            changed: 1
        );

        (await app.InDbAsync(db => db.Teams.SingleAsync(t => t.IsRegie))).Name.ShouldBe("Stadsregie");
    }

    [Fact]
    public async Task Unknown_columns_are_named_and_missing_ones_refuse_the_file()
    {
        await using var app = await Imports.StartAsync();

        var report = await Imports.RunAsync(app, "teams", "fax,Code,Naam,AFDELING,kalender\n1,a,A,B,standaard\n");
        report.ShouldHold(added: 1);
        report.Notes.ShouldHaveSingleItem().Name.ShouldBe("fax");

        (await Imports.RefusedAsync(app, "teams", "code;naam\na;A\n")).ShouldContain("'afdeling' ontbreekt");
        (await Imports.RefusedAsync(app, "teams", """[{"code":"WK059901","naam":"Centrum"}]""")).ShouldContain(
            "wijken"
        );
        (await Imports.RefusedAsync(app, "teams", """{"iets":"anders"}""")).ShouldContain("geen teams");
    }

    [Fact]
    public async Task Two_imports_at_once_add_each_team_once()
    {
        await using var app = await Imports.StartAsync();
        var file = Header + string.Concat(Enumerable.Range(0, 200).Select(i => $"t{i};Team {i};;A;standaard;;\n"));

        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Imports.RunAsync(app, "teams", file)));

        reports.Select(r => r.New).Order().ShouldBe([0, 0, 200]);
        reports.Select(r => r.Same).Order().ShouldBe([0, 200, 200]);
    }

    public static TheoryData<string, string, int> Departments() =>
        new()
        {
            {
                "03_meldingen/rotterdam_msb_afdelingen.json",
                """[{"code":"258","naam":"Applicatie Ultimo"},{"code":"-1","naam":"Functioneel Beheer"},{"code":"1","naam":"OW, Gebied Centrum"}]""",
                156
            },
            {
                "03_meldingen/amsterdam_categorieen.json",
                """{"afdelingen":[{"code":"ASC","naam":"Actie Service Centrum","intern":true},{"code":"VIS","naam":"V&OR - VIS"},{"code":"STW","naam":"Stadswerken"}],"categorieen":[]}""",
                16
            },
            {
                "03_meldingen/assen_categorieen.json",
                """[{"slug":"afvalbak","naam":"Afvalbak","hoofd":"Afval","afdelingen":["Beheer Reiniging (RE)","Wijkcoӧrdinator (WCo)"]},{"slug":"b","naam":"B","hoofd":"Afval","afdelingen":["Beheer Reiniging (RE)","Groenbeheer"]}]""",
                19
            },
        };

    [Theory]
    [MemberData(nameof(Departments))]
    public async Task Departments_of_a_city_become_teams_once(string path, string sample, int real)
    {
        await using var app = await Imports.StartAsync();
        var file = await Imports.OutsideAsync(path, sample);
        var count = Imports.HasOutside ? real : 3;

        (await Imports.RunAsync(app, "teams", file)).ShouldHold(added: count);
        (await Imports.RunAsync(app, "teams", file)).ShouldHold(same: count);

        var teams = await app.InDbAsync(db => db.Teams.Where(t => !t.IsRegie).ToListAsync());
        teams.Count.ShouldBe(count);
        teams.ShouldAllBe(t => t.Name.Length > 0 && t.NameEn.Length > 0);
    }

    private static Task<int> SettingsEventsAsync(App app) =>
        app.InDbAsync(db => db.Set<EventRow>().CountAsync(e => e.Type == SettingsChanged.Type));
}
