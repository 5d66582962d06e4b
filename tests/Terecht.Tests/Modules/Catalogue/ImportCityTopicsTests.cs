using Microsoft.EntityFrameworkCore;
using Terecht.Modules.Catalogue.Data;
using Terecht.Modules.Promises.Data;
using Terecht.Modules.Routing.Data;
using Terecht.Platform.Import;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Catalogue;

/// <summary>Files of real cities where the outside data is there; else our own samples of the same form.</summary>
public sealed class ImportCityTopicsTests
{
    private const string Tree = """
        {"bron":"x",
         "afdelingen":[{"code":"ASC","naam":"Actie Service Centrum"},{"code":"STW","naam":"Stadswerken"}],
         "categorieen":[
          {"hoofd":"afval","slug":"asbest-accu","naam":"Asbest / accu","omschrijving":"Bijtende stoffen.","actief":true,
           "afdelingen_verantwoordelijk":["XXX","STW"],"servicetermijn":{"dagen":3,"eenheid":"werkdagen"}},
          {"hoofd":"afval","slug":"grofvuil","naam":"Grofvuil","omschrijving":"","actief":null,
           "afdelingen_verantwoordelijk":["ASC"],"servicetermijn":{"dagen":21,"eenheid":"kalenderdagen"}},
          {"hoofd":"openbaar-groen-en-water","slug":"boom","naam":"Boom","omschrijving":"","actief":true,
           "afdelingen_verantwoordelijk":[],"servicetermijn":{"dagen":null,"eenheid":null}},
          {"hoofd":"overig","slug":"overig","naam":"Overig","omschrijving":"","actief":false,
           "afdelingen_verantwoordelijk":["ASC"],"servicetermijn":null}]}
        """;

    private const string Listed = """
        [{"slug":"afvalbak","naam":"Afvalbak","hoofd":"Afval","omschrijving":"Kapotte afvalbakken.","termijn_tekst":"binnen 1 werkdag",
          "afdelingen":["Onbekend (O)","Beheer Reiniging (RE)"]},
         {"slug":"boom","naam":"Boom","hoofd":"Openbaar groen en water","omschrijving":"","termijn_tekst":"binnen 5 werkdag",
          "afdelingen":["Groenbeheer (GB)"]}]
        """;

    private const string Groups = """
        [{"groep":"Verlichting","actief":true,"onderwerpen":[{"naam":"Verlichting overig","actief":true},{"naam":"Oud","actief":false}]},
         {"groep":"Dieren","actief":true,"onderwerpen":[{"naam":"Dode dieren","actief":true}]},
         {"groep":"Weg","actief":false,"onderwerpen":[{"naam":"Gat","actief":true}]}]
        """;

    private const string CodedGroups = """
        [{"code":"1","groep":"Afval","onderwerpen":[{"code":"86","naam":"bedrijfsafval","magMelden":true},{"code":"1","naam":"Grofvuil in plantsoen"}]}]
        """;

    private const string Bor = """
        [{"id":1,"hoofd":"Riolering en water","sub":"Wateroverlast binnenshuis","item":"Wateroverlast in kelder/souterrain"},
         {"id":2,"hoofd":"Riolering en water","sub":"Wateroverlast buiten de woning","item":"Anders, zie vrij opmerkingenveld"},
         {"id":3,"hoofd":"Groen","sub":"Bomen","item":"Anders, zie vrij opmerkingenveld"}]
        """;

    /// <summary>Path, sample, topics in the real file, topics in the sample, main topics in each.</summary>
    public static TheoryData<string, string, int, int, int, int> Files() =>
        new()
        {
            { "03_meldingen/amsterdam_categorieen.json", Tree, 131 + 13, 3 + 2, 13, 2 },
            { "03_meldingen/assen_categorieen.json", Listed, 58 + 8, 2 + 2, 8, 2 },
            { "03_meldingen/rotterdam_meldr_onderwerpen.json", Groups, 41 + 9, 2 + 2, 9, 2 },
            { "03_meldingen/rotterdam_msb_onderwerpgroepen.json", CodedGroups, 133 + 22, 2 + 1, 22, 1 },
            { "03_meldingen/vng_bor_meld_referentietabel.json", Bor, 202 + 32 + 8, 3 + 3 + 2, 8, 2 },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_tree_of_a_city_is_loaded_and_a_second_time_changes_nothing(
        string path,
        string sample,
        int real,
        int own,
        int realMains,
        int ownMains
    )
    {
        await using var app = await Imports.StartAsync();
        var file = await Imports.OutsideAsync(path, sample);
        var count = Imports.HasOutside ? real : own;

        var report = await Imports.RunAsync(app, "topics", file);

        report.Rejected.ShouldBeEmpty();
        report.ShouldHold(added: count);
        (await Imports.RunAsync(app, "topics", file)).ShouldHold(same: count);
        var topics = await app.InDbAsync(db => db.Topics.ToListAsync());
        topics.Count(t => t.ParentId is null).ShouldBe(Imports.HasOutside ? realMains : ownMains);
        topics.ShouldAllBe(t => t.Name.Length > 0 && char.IsUpper(t.Name[0]) == char.IsLetter(t.Name[0]));
        topics.Select(t => t.Code.ToLowerInvariant()).ShouldBeUnique();
    }

    [Fact]
    public async Task Departments_that_are_teams_become_the_team_and_terms_become_norms()
    {
        await using var app = await Imports.StartAsync();
        var file = ImportFile.Of("x.json", Tree);

        (await Imports.RunAsync(app, "topics", file, preview: true))
            .Notes.ShouldHaveSingleItem()
            .Why.ShouldContain("zonder team: 3");
        await Imports.RunAsync(app, "teams", file);
        var report = await Imports.RunAsync(app, "topics", file);

        report.Skipped.ShouldHaveSingleItem().Value.ShouldBe(1);
        report.Notes.ShouldHaveSingleItem().Why.ShouldContain("zonder team: 1");
        var topics = await app.InDbAsync(db => db.Topics.ToDictionaryAsync(t => t.Code));
        topics["openbaar-groen-en-water"].Name.ShouldBe("Openbaar groen en water");
        topics["afval-asbest-accu"].Keywords.ShouldBe("Bijtende stoffen.");
        var lines = await app.InDbAsync(db => db.Procedures.Select(p => p.Line).ToListAsync());
        lines.ShouldBe([2, 2]);
        var norms = await app.InDbAsync(db =>
            db.NormScopes.Where(s => s.TopicId != null)
                .Join(
                    db.Norms,
                    s => s.NormId,
                    n => n.Id,
                    (s, n) =>
                        new
                        {
                            s.TopicId,
                            n.Name,
                            n.NameEn,
                        }
                )
                .ToListAsync()
        );
        norms
            .Select(n => (n.TopicId, n.Name, n.NameEn))
            .ShouldBe(
                [
                    (topics["afval-asbest-accu"].Id, "Binnen 3 werkdagen", "Within 3 working days"),
                    (topics["afval-grofvuil"].Id, "Binnen 21 dagen", "Within 21 days"),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task A_term_that_changed_is_followed_and_a_norm_that_was_chosen_by_hand_stays()
    {
        await using var app = await Imports.StartAsync();
        await Imports.RunAsync(app, "topics", Listed);
        await app.InDbAsync(async db =>
        {
            var usual = await db.Norms.SingleAsync(n => n.Code == "terugbellen");
            var bin = await db.Topics.SingleAsync(t => t.Code == "afval-afvalbak");
            (await db.NormScopes.SingleAsync(s => s.TopicId == bin.Id)).NormId = usual.Id;
            return await db.SaveChangesAsync();
        });

        var report = await Imports.RunAsync(
            app,
            "topics",
            Listed.Replace("binnen 5", "binnen 2").Replace("binnen 1", "binnen 9")
        );

        report.ShouldHold(changed: 1, same: 3);
    }

    [Fact]
    public async Task Names_of_departments_with_their_code_behind_find_their_team()
    {
        await using var app = await Imports.StartAsync();
        await Imports.RunAsync(app, "teams", Listed.Replace("Onbekend (O)", "Beheer Reiniging (RE)"));

        await Imports.RunAsync(app, "topics", Listed);

        (await app.InDbAsync(db => db.Procedures.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Items_that_lack_what_they_need_are_rejected_one_by_one()
    {
        await using var app = await Imports.StartAsync();

        var report = await Imports.RunAsync(
            app,
            "topics",
            """
            [{"hoofd":"Groen","sub":"Bomen","item":"Tak","id":1},
            {"hoofd":"Groen","sub":"","item":"Zonder","id":2},
            {"hoofd":"Groen","sub":"Bomen","item":"=1+1","id":3},
            {"hoofd":"Groen","sub":"Bomen","item":"","id":4},
            {"hoofd":"Groen","sub":"Bomen","item":"Nul\u0000teken","id":5},
            "geen object"]
            """
        );

        report.ShouldHold(added: 3);
        report.Rejected.Select(r => r.Number).Order().ShouldBe([2, 3, 4, 5, 6]);
    }
}
