using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Organisation.Data;
using Terecht.Tests.Modules.Knowledge;
using Terecht.Tests.Testing;

namespace Terecht.BrowserTests.Imported;

/// <summary>
/// A municipality that began empty: its settings, the national list of products and answers of rijksoverheid.nl were
/// imported. Without the outside data a few lines of the same form stand in.
/// </summary>
internal sealed class ImportedTown
{
    private const string Products = """
        [{"UniformeProductnaam":"paspoort","URI":"http://standaarden.overheid.nl/owms/terms/paspoort","Gemeente":"X"},
         {"UniformeProductnaam":"rijbewijs","URI":"http://standaarden.overheid.nl/owms/terms/rijbewijs","Gemeente":"X"}]
        """;

    private const string Answers = """
        {"id":"1","vraag":"Wat moet ik doen als ik mijn paspoort of identiteitskaart kwijt ben?","inleiding":"Meld het bij de gemeente.","alineas":[],"onderwerpen":["Paspoort"]}
        {"id":"2","vraag":"Wat kost een paspoort of identiteitskaart?","inleiding":"Dat verschilt per gemeente.","alineas":[],"onderwerpen":["Paspoort"]}
        """;

    public required Person Agent { get; init; }
    public required Person Specialist { get; init; }
    public required Person Colleague { get; init; }

    public static async Task<ImportedTown> SetAsync(App app)
    {
        // Monday 3 May 2027.
        app.Clock.Set(2027, 5, 3, 10, 46);
        (await Imports.MunicipalityAsync(app, Imports.City)).New.ShouldBe(1);
        (
            await Imports.RunAsync(
                app,
                "teams",
                "code;naam;naam_en;afdeling;kalender;telefoon;email\n"
                    + "burgerzaken;Burgerzaken;Civil Affairs;Dienstverlening;standaard;;\n"
            )
        ).ShouldHold(added: 1);
        await ImportAsync(app, "upl", "01_products/upl_gemeente.json", Products, Imports.HasOutside ? 449 : 2);
        await ImportAsync(
            app,
            "articles",
            "02_vac_retrieval/rijksoverheid_vac_dev.jsonl",
            Answers,
            Imports.HasOutside ? 106 : 2
        );
        var team = await app.InDbAsync(db => db.Set<Team>().SingleAsync(t => t.Code == "burgerzaken"));
        await Articles.SearchUntilAsync(app, team.MunicipalityId, "paspoort kwijt", hits => hits.Count > 0);
        return new ImportedTown
        {
            Agent = await Given.StaffAsync(app, ["agent"], [], "Joost van Dam"),
            Specialist = await Given.StaffAsync(app, ["specialist"], [team.Id], "Fatma Öztürk"),
            Colleague = await Given.StaffAsync(app, ["specialist"], [team.Id], "Ruben Smit"),
        };
    }

    private static async Task ImportAsync(App app, string what, string path, string sample, int added)
    {
        var report = await Imports.RunAsync(app, what, await Imports.OutsideAsync(path, sample));
        report.Rejected.ShouldBeEmpty();
        report.New.ShouldBe(added);
    }
}
