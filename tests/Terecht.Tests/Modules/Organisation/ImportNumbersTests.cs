using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Organisation;

public sealed class ImportNumbersTests
{
    private const string Header = "nummer;naam;gemeente\n";

    [Fact]
    public async Task Every_kind_of_bad_line_is_rejected_with_its_reason_and_the_rest_is_loaded()
    {
        await using var app = await Imports.StartAsync();

        var report = await Imports.RunAsync(
            app,
            "numbers",
            Header
                + "14 099;Algemeen;maasdrecht\n"
                + "14099;Dubbel;maasdrecht\n"
                + "010-267 15 14;Balie;\n"
                + "+31 10 2671514;Dubbel;\n"
                + "bel ons;Fout;\n"
                + "0101234567;;\n"
                + "0201234567;Elders;elders\n"
                + ";Leeg;\n"
        );

        report.ShouldHold(added: 2);
        report.WhyNot(3).ShouldContain("regel 2");
        report.WhyNot(5).ShouldContain("regel 4");
        report.WhyNot(6).ShouldContain("bel ons");
        report.WhyNot(7).ShouldContain("'naam' is leeg");
        report.WhyNot(8).ShouldContain("'elders'");
        report.WhyNot(9).ShouldContain("'nummer' is leeg");
        (await app.InDbAsync(db => db.DialledNumbers.Select(n => n.Number).Order().ToListAsync())).ShouldBe([
            "+31102671514",
            "14099",
        ]);
    }

    [Fact]
    public async Task A_dialled_number_finds_its_municipality_in_any_notation()
    {
        await using var app = await Imports.StartAsync();
        await Imports.MunicipalityAsync(app, Imports.City.Replace("\"maasdrecht\"", "\"zuiddam\""));
        // Without a choice: the lines say it themselves.
        await Imports.RunAsync(app, "numbers", Header + "14 088;Zuid;zuiddam\n0102671514;Maas;maasdrecht\n");

        await app.InScopeAsync(async services =>
        {
            var now = await services
                .GetRequiredService<IOrganisation>()
                .NowAsync(TestContext.Current.CancellationToken);
            now.ByDialled("14088").Code.ShouldBe("zuiddam");
            now.ByDialled("14 088").Code.ShouldBe("zuiddam");
            now.ByDialled("+31 10 267 15 14").Code.ShouldBe("maasdrecht");
            now.ByDialled("0800-1234").Code.ShouldBe(now.Municipalities[0].Code);
            now.ByDialled(null).Code.ShouldBe(now.Municipalities[0].Code);
        });
    }

    [Fact]
    public async Task A_second_import_changes_only_what_changed()
    {
        await using var app = await Imports.StartAsync();
        const string file = Header + "14099;Algemeen;\n0102671514;Balie;\n";
        await Imports.RunAsync(app, "numbers", file);

        (await Imports.RunAsync(app, "numbers", file)).ShouldHold(same: 2);
        (await Imports.RunAsync(app, "numbers", file.Replace("Balie", "Loket"))).ShouldHold(changed: 1, same: 1);
        (await Imports.RefusedAsync(app, "numbers", "[]")).ShouldContain("nummer en naam");
    }
}
