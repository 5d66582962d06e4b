using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Catalogue.ImportDistricts;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Catalogue;

public sealed class ImportDistrictsTests
{
    private const string Listed =
        """[{"code":"WK059901","naam":"Rotterdam Centrum"},{"code":"WK059903","naam":"Delfshaven"}]""";

    private const string WithNeighbourhoods = """
        [{"wijk":"Centrum","msb_code":"1","cbs_wijkcode":"WK059901","cbs_naam":"Rotterdam Centrum","buurten":[{"naam":"Cool"},{"naam":"CS"}]},
         {"wijk":"Delfshaven","msb_code":"3","cbs_wijkcode":"WK059903","cbs_naam":"Delfshaven","buurten":[]},
         {"wijk":"Bedrijventerrein Schieveen","msb_code":"26","cbs_wijkcode":null,"cbs_naam":null,"buurten":[{"naam":"Bedrijventerrein Schieveen"}]}]
        """;

    private const string Map = """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"wk_code":"WK059901","wk_naam":"Rotterdam Centrum"},"geometry":{"type":"Point","coordinates":[4.4,51.9]}},
          {"type":"Feature","properties":{"wk_code":"WK059903","wk_naam":"Delfshaven"},"geometry":null}]}
        """;

    [Fact]
    public async Task Three_files_of_one_city_give_the_same_districts()
    {
        await using var app = await Imports.StartAsync();
        var listed = await Imports.OutsideAsync("04_geo/rotterdam_cbs_wijken_2024.json", Listed);
        var detailed = await Imports.OutsideAsync("04_geo/rotterdam_wijken_buurten.json", WithNeighbourhoods);
        var map = await Imports.OutsideAsync("04_geo/rotterdam_wijken_2024.geojson", Map);
        var (count, neighbourhoods) = Imports.HasOutside ? (21, 92) : (2, 3);

        (await Imports.RunAsync(app, "districts", listed)).ShouldHold(added: count);
        (await Imports.RunAsync(app, "districts", map)).ShouldHold(same: count);
        var report = await Imports.RunAsync(app, "districts", detailed);

        // One district is the city's own: Statistics Netherlands does not have it.
        report.ShouldHold(added: 1, same: count);
        report.Skipped[DistrictForms.Neighbourhood].ShouldBe(neighbourhoods);
        (await Imports.RunAsync(app, "districts", detailed)).ShouldHold(same: count + 1);
        var last = await app.InDbAsync(db => db.Districts.OrderBy(d => d.Position).LastAsync());
        (last.Code, last.Name, last.Position).ShouldBe(("msb-26", "Bedrijventerrein Schieveen", count + 1));
    }

    [Fact]
    public async Task Every_kind_of_bad_line_is_rejected_and_a_changed_name_changes_one()
    {
        await using var app = await Imports.StartAsync();
        const string file = "code;naam\nWK1;Centrum\nwk1;Dubbel\n;Zonder\nWK2;\nWK 3;Spatie\nWK4;'t Dorp\n";

        var report = await Imports.RunAsync(app, "districts", file);

        report.ShouldHold(added: 2);
        report.WhyNot(3).ShouldContain("regel 2");
        report.WhyNot(4).ShouldContain("'code' is leeg");
        report.WhyNot(5).ShouldContain("'naam' is leeg");
        report.WhyNot(6).ShouldContain("WK 3");
        (await Imports.RunAsync(app, "districts", "code;naam\nWK1;Binnenstad\nWK4;'t Dorp\n")).ShouldHold(
            changed: 1,
            same: 1
        );
    }

    [Fact]
    public async Task A_list_of_municipalities_is_refused_with_a_sentence_that_says_what_it_is()
    {
        await using var app = await Imports.StartAsync();
        var file = await Imports.OutsideAsync("04_geo/gemeenten_nl.json", """[{"naam":"Aalsmeer","cbs":"GM0358"}]""");

        var refused = await Should.ThrowAsync<Terecht.Platform.Import.ImportRefused>(() =>
            Imports.RunAsync(app, "districts", file)
        );

        refused.Message.ShouldContain("lijst van gemeenten");
        (await Imports.RefusedAsync(app, "districts", """[{"code":"GM0358","naam":"Aalsmeer"}]""")).ShouldContain(
            "lijst van gemeenten"
        );
    }

    [Theory]
    [InlineData("id,postcode\n1,1000\n")]
    [InlineData("""[{"code":"258","naam":"Applicatie Ultimo"}]""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"naam":"park"}}]}""")]
    [InlineData("[]")]
    public async Task Another_file_is_refused(string text)
    {
        await using var app = await Imports.StartAsync();

        (await Imports.RefusedAsync(app, "districts", text)).ShouldContain("geen wijken");
    }
}
