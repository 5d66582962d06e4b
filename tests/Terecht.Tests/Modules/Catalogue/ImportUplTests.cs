using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Catalogue.ImportTopics.Forms;
using Terecht.Platform.Import;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Catalogue;

public sealed class ImportUplTests
{
    private const string Terms = "http://standaarden.overheid.nl/owms/terms/";

    private const string Csv =
        $"UniformeProductnaam,URI,Rijk,Gemeente,Grondslag\n"
        + $"UPL-naam nog niet beschikbaar,{Terms}nog_niet,X,X,\n"
        + $"aanleunwoning,{Terms}aanleunwoning,,X,\n"
        + $"melding vliegtuig,{Terms}vlieg,X,,wet\n"
        + $"paspoort,{Terms}paspoort,,X,\"wet a, artikel 1\"\n"
        + $"paspoort,{Terms}paspoort,,X,\"wet b, artikel 2\"\n";

    private const string Json = $$"""
        [{"UniformeProductnaam":"UPL-naam nog niet beschikbaar","URI":"{{Terms}}nog_niet","Gemeente":"X"},
         {"UniformeProductnaam":"aanleunwoning","URI":"{{Terms}}aanleunwoning","Gemeente":"X"},
         {"UniformeProductnaam":"paspoort","URI":"{{Terms}}paspoort","Gemeente":"X","Grondslag":"a"},
         {"UniformeProductnaam":"paspoort","URI":"{{Terms}}paspoort","Gemeente":"X","Grondslag":"b"}]
        """;

    [Fact]
    public async Task The_national_list_gives_each_municipal_product_once_and_says_what_it_skipped()
    {
        await using var app = await Imports.StartAsync();
        var (csv, json) = (
            await Imports.OutsideAsync("01_products/upl_actueel.csv", Csv),
            await Imports.OutsideAsync("01_products/upl_gemeente.json", Json)
        );
        var (products, others, again) = Imports.HasOutside ? (449, 618, 53) : (2, 1, 1);

        var report = await Imports.RunAsync(app, "upl", csv);

        report.ShouldHold(added: products);
        report.Rejected.ShouldBeEmpty();
        report.Notes.ShouldBeEmpty();
        report.Skipped[UplForm.NotMunicipal].ShouldBe(others);
        report.Skipped[UplForm.AnotherLaw].ShouldBe(again);
        report.Skipped[UplForm.NoProduct].ShouldBe(1);
        report.Total.ShouldBe(Imports.HasOutside ? 1_121 : 5);
        (await Imports.RunAsync(app, "upl", csv)).ShouldHold(same: products);
        (await Imports.RunAsync(app, "upl", json)).ShouldHold(same: products);
        (await Imports.RunAsync(app, "topics", json)).ShouldHold(same: products);
        var topic = await app.InDbAsync(db => db.Topics.SingleAsync(t => t.UplName == "aanleunwoning"));
        (topic.Code, topic.Name, topic.UplUri).ShouldBe(
            ("upl-aanleunwoning", "Aanleunwoning", $"{Terms}aanleunwoning")
        );
    }

    [Fact]
    public async Task A_product_of_which_we_have_a_topic_gets_no_second_one()
    {
        await using var app = await Imports.StartAsync();
        const string own = "code;naam;upl\npas;Paspoort aanvragen;paspoort\n";
        await Imports.RunAsync(app, "topics", own);

        (await Imports.RunAsync(app, "upl", Csv)).ShouldHold(added: 1, changed: 1);
        (await Imports.RunAsync(app, "upl", Csv)).ShouldHold(same: 2);
        (await Imports.RunAsync(app, "topics", own)).ShouldHold(same: 1);

        (await app.InDbAsync(db => db.Topics.SingleAsync(t => t.UplName == "paspoort"))).UplUri.ShouldBe(
            $"{Terms}paspoort"
        );
    }

    [Fact]
    public async Task A_topic_of_our_own_that_comes_later_learns_the_address()
    {
        await using var app = await Imports.StartAsync();
        await Imports.RunAsync(app, "upl", Csv);

        await Imports.RunAsync(app, "topics", "code;naam;upl\npas;Paspoort aanvragen;paspoort\n");

        (await app.InDbAsync(db => db.Topics.SingleAsync(t => t.Code == "pas"))).UplUri.ShouldBe($"{Terms}paspoort");
    }

    [Fact]
    public async Task A_product_that_got_another_name_stays_the_same_topic()
    {
        await using var app = await Imports.StartAsync();
        await Imports.RunAsync(app, "upl", Csv);

        (await Imports.RunAsync(app, "upl", Csv.Replace("\naanleunwoning,", "\nzorgwoning,"))).ShouldHold(
            changed: 1,
            same: 1
        );

        (await app.InDbAsync(db => db.Topics.SingleAsync(t => t.Code == "upl-aanleunwoning"))).Name.ShouldBe(
            "Zorgwoning"
        );
    }

    [Fact]
    public async Task A_product_without_name_or_address_is_rejected_and_another_file_is_refused()
    {
        await using var app = await Imports.StartAsync();

        var report = await Imports.RunAsync(app, "upl", Csv + $",{Terms}x,,X,\nnaamloos,geen adres,,X,\n");

        report.ShouldHold(added: 2);
        report.Rejected.Select(r => r.Number).ShouldBe([7, 8]);
        (await Imports.RefusedAsync(app, "upl", "code;naam\na;A\n")).ShouldContain("UniformeProductnaam");
        (await Imports.RefusedAsync(app, "upl", "[]")).ShouldContain("UniformeProductnaam");
    }
}
