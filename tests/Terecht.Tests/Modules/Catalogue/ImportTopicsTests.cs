using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Routing.Data;
using Terecht.Platform.Import;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Catalogue;

public sealed class ImportTopicsTests
{
    private const string Header = "code;naam;naam_en;bovenliggend;team;lijn;soort;trefwoorden;upl\n";
    private const string Documents = "reisdocumenten;Reisdocumenten;Travel documents;;regie;1;gewoon;pas,id;\n";
    private const string Passport = "paspoort;Paspoort aanvragen;;reisdocumenten;;2;;\"vakantie;pas\";paspoort\n";

    [Fact]
    public async Task Every_kind_of_bad_line_is_rejected_with_its_reason_and_the_rest_is_loaded()
    {
        await using var app = await Imports.StartAsync();
        var file =
            Header
            + Passport // 2: before the one above it
            + Documents // 3
            + "PASPOORT;Nog eens;;;;;;;\n" // 4
            + ";Zonder code;;;;;;;\n" // 5
            + "zonder-naam;;;;;;;;\n" // 6
            + "met/streep;Naam;;;;;;;\n" // 7
            + "team;Naam;;;fietsen;1;;;\n" // 8
            + "lijn;Naam;;;regie;3;;;\n" // 9
            + "soort;Naam;;;;;vreemd;;\n" // 10
            + "wees;Naam;;nergens;;;;;\n" // 11
            + "kind-van-wees;Naam;;wees;;;;;\n" // 12
            + "ring-a;Naam;;ring-b;;;;;\n" // 13
            + "ring-b;Naam;;ring-a;;;;;\n" // 14
            + "zelf;Naam;;zelf;;;;;\n" // 15
            + $"lang;{new string('x', 201)};;;;;;;\n" // 16
            + "werving;Glasvezel verkopen;;;;;acquisitie;;\n"; // 17

        var report = await Imports.RunAsync(app, "topics", file);

        report.ShouldHold(added: 3);
        report.Rejected.Select(r => r.Number).Order().ShouldBe(Enumerable.Range(4, 13).Select(n => (int?)n));
        report.WhyNot(4).ShouldContain("regel 2");
        report.WhyNot(5).ShouldContain("'code' is leeg");
        report.WhyNot(6).ShouldContain("'naam' is leeg");
        report.WhyNot(7).ShouldContain("met/streep");
        report.WhyNot(8).ShouldContain("'fietsen'");
        report.WhyNot(9).ShouldContain("1 of 2");
        report.WhyNot(10).ShouldContain("'vreemd'");
        report.WhyNot(11).ShouldContain("'nergens'");
        report.WhyNot(12).ShouldContain("ook afgewezen");
        report.WhyNot(13).ShouldContain("onder zichzelf");
        report.WhyNot(14).ShouldContain("onder zichzelf");
        report.WhyNot(15).ShouldContain("onder zichzelf");
        report.WhyNot(16).ShouldContain("201 tekens");
        var topics = await app.InDbAsync(db => db.Topics.ToDictionaryAsync(t => t.Code));
        topics["paspoort"].ParentId.ShouldBe(topics["reisdocumenten"].Id);
        (topics["paspoort"].NameEn, topics["paspoort"].Keywords).ShouldBe(("Paspoort aanvragen", "vakantie;pas"));
        (topics["paspoort"].UplName, topics["paspoort"].Source).ShouldBe(("paspoort", "gemeente"));
        topics["werving"].Class.ShouldBe("acquisition");
        var procedure = await app.InDbAsync(db => db.Procedures.SingleAsync());
        (procedure.TopicId, procedure.Line).ShouldBe((topics["reisdocumenten"].Id, (short)1));
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        await using var app = await Imports.StartAsync();
        (await Imports.RunAsync(app, "topics", Header + Documents + Passport)).ShouldHold(added: 2);

        (await Imports.RunAsync(app, "topics", Header + Documents + Passport)).ShouldHold(same: 2);
    }

    [Theory]
    [InlineData("Reisdocumenten;Travel", "Documenten;Travel")]
    [InlineData("Travel documents", "Documents")]
    [InlineData("pas,id", "pas,id,reis")]
    [InlineData("regie;1", "regie;2")]
    [InlineData("regie;1", "balie;1")]
    [InlineData("regie;1", ";")]
    [InlineData("gewoon", "acquisitie")]
    [InlineData(";;regie", ";hoofd;regie")]
    public async Task A_changed_row_changes_one_and_then_no_more(string before, string after)
    {
        await using var app = await Imports.StartAsync();
        const string teams = "code;naam;afdeling;kalender\nbalie;Balie;B;standaard\n";
        await Imports.RunAsync(app, "teams", teams);
        const string main = "hoofd;Hoofd;;;;;;;\n";
        await Imports.RunAsync(app, "topics", Header + Documents + Passport + main);
        var file = Header + Documents.Replace(before, after) + Passport + main;

        (await Imports.RunAsync(app, "topics", file)).ShouldHold(changed: 1, same: 2);

        (await Imports.RunAsync(app, "topics", file)).ShouldHold(same: 3);
    }

    [Fact]
    public async Task A_file_without_teams_leaves_teams_as_they_are()
    {
        await using var app = await Imports.StartAsync();
        await Imports.RunAsync(app, "topics", Header + Documents);

        (await Imports.RunAsync(app, "topics", "code,naam\nreisdocumenten,Documenten\n")).ShouldHold(changed: 1);

        (await app.InDbAsync(db => db.Procedures.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_line_may_go_under_a_topic_that_was_there_already()
    {
        await using var app = await Imports.StartAsync();
        await Imports.RunAsync(app, "topics", Header + Documents);

        (await Imports.RunAsync(app, "topics", Header + Passport)).ShouldHold(added: 1);
        // The one above is refused this time, and is there all the same.
        (await Imports.RunAsync(app, "topics", Header + Documents.Replace("regie", "weg") + Passport)).ShouldHold(
            same: 1
        );
        // Each line is fine by itself; with what is there it would be a ring.
        (await Imports.RunAsync(app, "topics", Header + Documents.Replace(";;regie", ";paspoort;regie")))
            .WhyNot(2)
            .ShouldContain("onder zichzelf");
    }

    [Fact]
    public async Task A_topic_of_the_municipality_itself_is_not_changed_by_a_list_from_elsewhere()
    {
        await using var app = await Imports.StartAsync();
        await Imports.RunAsync(app, "topics", Header + "afval;Afval van thuis;Waste;;regie;1;;;\n");

        var report = await Imports.RunAsync(
            app,
            "topics",
            """[{"slug":"container","naam":"Container","hoofd":"Afval","omschrijving":"","afdelingen":[]}]"""
        );

        report.ShouldHold(added: 1);
        report.Skipped.ShouldHaveSingleItem().Value.ShouldBe(1);
        (await app.InDbAsync(db => db.Topics.SingleAsync(t => t.Code == "afval"))).Name.ShouldBe("Afval van thuis");
    }

    [Theory]
    [InlineData("kolom\n1\n")]
    [InlineData("""{"iets":"anders"}""")]
    [InlineData("""[{"naam":"A"}]""")]
    [InlineData("[1,2]")]
    [InlineData("{\"a\":1}\n{\"a\":2}\n")]
    public async Task An_unknown_form_is_refused_with_a_sentence(string text)
    {
        await using var app = await Imports.StartAsync();

        (await Imports.RefusedAsync(app, "topics", text)).ShouldContain("geen onderwerpen");
    }

    [Fact]
    public async Task Forty_thousand_lines_are_loaded_and_compared_and_progress_is_told()
    {
        await using var app = await Imports.StartAsync();
        const int count = 40_000;
        var lines = Enumerable
            .Range(0, count)
            .Select(i => $"t{i};Onderwerp {i};;{(i < 100 ? "" : $"t{i / 100}")};;;;;\n");
        var file = Header + string.Concat(lines);

        (await Imports.RunAsync(app, "topics", file)).ShouldHold(added: count);
        var told = new List<int>();
        var again = ImportFile.Of("onderwerpen.csv", file.Replace("Onderwerp 39999;", "Laatste;"));
        (await Imports.RunAsync(app, "topics", again, progress: told.Add)).ShouldHold(changed: 1, same: count - 1);
        told.ShouldBe(Enumerable.Range(1, count / 1_000).Select(i => i * 1_000));
    }
}
