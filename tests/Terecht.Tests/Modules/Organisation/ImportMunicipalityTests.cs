using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Modules.Organisation.Data;
using Terecht.Modules.Promises.Norms;
using Terecht.Platform.Events;
using Terecht.Platform.Import;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Organisation;

public sealed class ImportMunicipalityTests
{
    [Fact]
    public async Task A_new_municipality_can_work_from_its_first_moment()
    {
        await using var app = await Imports.StartAsync();

        await app.InScopeAsync(async services =>
        {
            var ct = TestContext.Current.CancellationToken;
            var now = await services.GetRequiredService<IOrganisation>().NowAsync(ct);
            var municipality = now.Municipalities.ShouldHaveSingleItem();
            var regie = now.Regie(municipality.Id);
            regie.Calendar.Code.ShouldBe("standaard");
            var norm = await services
                .GetRequiredService<NormBook>()
                .ForAsync(municipality.Id, regie.Id, null, "call", ct);
            norm.ShouldNotBeNull().Code.ShouldBe("terugbellen");
        });
        (await app.InDbAsync(db => db.Set<EventRow>().SingleAsync(e => e.Type == SettingsChanged.Type)))
            .Read<SettingsChanged>()
            .What.ShouldBe("municipality");
    }

    [Fact]
    public async Task A_second_import_changes_only_what_changed()
    {
        await using var app = await Imports.StartAsync();

        (await Imports.MunicipalityAsync(app, Imports.City)).ShouldHold(same: 1);
        var two =
            $$"""[{{Imports.City.Replace("Stadsplein 1", "Havenkade 2")}},{{Imports.City.Replace("\"maasdrecht\"", "\"ouddam\"")}}]""";
        (await Imports.MunicipalityAsync(app, two)).ShouldHold(added: 1, changed: 1);

        var rows = await app.InDbAsync(db => db.Municipalities.OrderBy(m => m.Code).ToListAsync());
        rows.Select(r => r.Address).ShouldBe(["Havenkade 2", "Stadsplein 1"]);
        (await app.InDbAsync(db => db.Teams.CountAsync(t => t.IsRegie))).ShouldBe(2);
    }

    [Fact]
    public async Task Every_bad_municipality_is_named_and_a_preview_keeps_nothing()
    {
        await using var app = await App.StartAsync();
        var file = $$"""
            [{{Imports.City}},
            {{Imports.City}},
            {{Imports.City.Replace("\"maasdrecht\"", "\"met spatie\"")}},
            {{Imports.City.Replace("\"maasdrecht\"", "\"b\"").Replace("14 099", "")}}]
            """;

        var report = await Imports.MunicipalityAsync(app, file, preview: true);

        report.ShouldHold(added: 1);
        report.WhyNot(2).ShouldContain("regel 1");
        report.WhyNot(3).ShouldContain("met spatie");
        report.WhyNot(4).ShouldContain("phone");
        (await app.InDbAsync(db => db.Municipalities.CountAsync())).ShouldBe(0);
        (await app.InDbAsync(db => db.Set<EventRow>().CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("code;naam\na;A\n")]
    [InlineData("""[{"naam":"Aalsmeer","cbs":"GM0358"}]""")]
    public async Task Another_file_is_refused(string text)
    {
        await using var app = await App.StartAsync();

        var refused = await Should.ThrowAsync<ImportRefused>(() => Imports.MunicipalityAsync(app, text));

        refused.Message.ShouldContain("openingHours");
    }

    [Fact]
    public async Task Which_municipality_must_be_clear()
    {
        await using var app = await App.StartAsync();
        const string teams = "code;naam;afdeling;kalender\na;A;B;standaard\n";

        (await Imports.RefusedAsync(app, "teams", teams)).ShouldContain("nog geen gemeente");
        var two = $"[{Imports.City},{Imports.City.Replace("\"maasdrecht\"", "\"ouddam\"")}]";
        await Imports.MunicipalityAsync(app, two);
        (await Imports.RefusedAsync(app, "teams", teams)).ShouldContain("maasdrecht, ouddam");
        (await Imports.RefusedAsync(app, "teams", teams, "elders")).ShouldContain("elders");
        (await Imports.RunAsync(app, "teams", teams, municipality: "Ouddam")).ShouldHold(added: 1);
    }
}
