using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.Data;
using Terecht.Modules.Organisation.Contracts;
using Terecht.Platform.Events;
using Terecht.Platform.Import;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Knowledge.ImportArticles;

public sealed class ArticleImportTests
{
    private const string Passport = """
        {"code": "paspoort", "topics": ["paspoort"], "team": "burgerzaken", "review": "2027-12-01", "versions": 9,
         "nl": {"title": "Hoe vraag ik een paspoort aan?", "summary": "In het stadhuis.", "body": "Neem een **foto** mee."},
         "en": {"title": "How do I apply for a passport?", "summary": "At city hall.", "body": "Bring a photo."}}
        """;

    [Fact]
    public async Task An_article_of_our_own_is_loaded_whole()
    {
        await using var app = await TownAsync();
        var report = await Articles.ImportAsync(app, Passport);

        (report.New, report.Rejected.Count, report.Notes.Count).ShouldBe((1, 0, 0));
        var (article, versions, topics) = await OneAsync(app);
        article.Code.ShouldBe("paspoort");
        article.OwnerTeamId.ShouldNotBeNull();
        article.ReviewOn.ShouldBe(new NodaTime.LocalDate(2027, 12, 1));
        topics.Count.ShouldBe(1);
        versions.Select(v => (v.Language, v.Number, v.Current)).ShouldBe([("en", 9, true), ("nl", 9, true)]);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await using var app = await TownAsync();
        await Articles.ImportAsync(app, Passport);
        var events = await EventsAsync(app);
        var report = await Articles.ImportAsync(app, Passport);

        (report.New, report.Changed, report.Same).ShouldBe((0, 0, 1));
        (await EventsAsync(app)).ShouldBe(events);
        (await OneAsync(app)).Versions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_text_is_another_version_and_the_old_one_stays()
    {
        await using var app = await TownAsync();
        await Articles.ImportAsync(app, Passport);
        app.Clock.Set(2027, 6, 1, 9, 0);
        var report = await Articles.ImportAsync(
            app,
            Passport.Replace("stadhuis", "wijkhuis", StringComparison.Ordinal)
        );

        report.Changed.ShouldBe(1);
        var (article, versions, _) = await OneAsync(app);
        versions
            .Select(v => (v.Language, v.Number, v.Current, v.Summary))
            .ShouldBe([
                ("en", 9, true, "At city hall."),
                ("nl", 9, false, "In het stadhuis."),
                ("nl", 10, true, "In het wijkhuis."),
            ]);
        var knowledge = await CardsAsync(app, k => k.CurrentAsync(article.Id, "nl", default));
        knowledge.ShouldNotBeNull().Version.ShouldBe(10);
        var old = await CardsAsync(app, k => k.FindVersionAsync(versions[1].Id, default));
        (old!.IsCurrent, old.Summary).ShouldBe((false, "In het stadhuis."));
    }

    [Fact]
    public async Task A_version_that_somebody_was_told_survives_many_imports()
    {
        await using var app = await TownAsync();
        for (var i = 1; i <= 4; i++)
        {
            await Articles.ImportAsync(app, Articles.Line("a", "A", $"Tekst {i}"));
        }
        var (_, versions, _) = await OneAsync(app);
        versions
            .Select(v => (v.Number, v.Summary))
            .ShouldBe([(1, "Tekst 1"), (2, "Tekst 2"), (3, "Tekst 3"), (4, "Tekst 4")]);
        versions.Count(v => v.Current).ShouldBe(1);
    }

    [Fact]
    public async Task A_preview_tells_the_same_and_keeps_nothing()
    {
        await using var app = await TownAsync();
        var preview = await Articles.ImportAsync(app, Passport, preview: true);

        preview.New.ShouldBe(1);
        (await app.InDbAsync(db => db.Articles.CountAsync())).ShouldBe(0);
        (await EventsAsync(app)).ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_topic_or_team_is_told_and_the_answer_is_loaded()
    {
        await using var app = await TownAsync();
        var report = await Articles.ImportAsync(
            app,
            """{"code": "a", "topics": ["draken", "paspoort"], "team": "draken", "nl": {"title": "A", "summary": "B"}}"""
        );
        report.New.ShouldBe(1);
        report
            .Notes.Select(n => n.Why)
            .ShouldBe([
                "Team 'draken' kennen we niet. Het antwoord is geladen zonder eigenaar.",
                "Onderwerp 'draken' kennen we niet. Het antwoord is geladen zonder dit onderwerp.",
            ]);
        (await OneAsync(app)).Topics.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"code": "", "nl": {"title": "A", "summary": "B"}}""", "geen code")]
    [InlineData("""{"code": "Een Code", "nl": {"title": "A", "summary": "B"}}""", "kan niet")]
    [InlineData("""{"code": "../../x", "nl": {"title": "A", "summary": "B"}}""", "kan niet")]
    [InlineData("""{"code": "a", "nl": {"title": "", "summary": "B"}}""", "geen titel")]
    [InlineData("""{"code": "a", "nl": {"title": "A"}}""", "geen tekst")]
    [InlineData("""{"code": "a"}""", "geen tekst")]
    [InlineData("""{"code": "a", "review": "1 mei", "nl": {"title": "A", "summary": "B"}}""", "2027-12-01")]
    [InlineData("""{"tekst": "Iets"}""", "geen id")]
    [InlineData("""{"id": "x", "tekst": ""}""", "geen tekst")]
    [InlineData("""{"id": "x", "vraag": "", "inleiding": "Iets"}""", "geen titel")]
    [InlineData("""{"code": "a", "nl": {"title": "=1+1", "summary": "B"}}""", "formule")]
    [InlineData("""{"code": """, "JSON")]
    public async Task A_line_that_is_no_answer_is_rejected_with_its_number_and_the_rest_is_loaded(
        string line,
        string why
    )
    {
        await using var app = await TownAsync();
        const string good = """{"code": "goed", "nl": {"title": "A", "summary": "B"}}""";
        var report = await Articles.ImportAsync(
            app,
            $"{good}\n{line}\n{good.Replace("goed", "ook", StringComparison.Ordinal)}"
        );

        report.New.ShouldBe(2);
        var rejected = report.Rejected.ShouldHaveSingleItem();
        rejected.Number.ShouldBe(2);
        rejected.Why.ShouldContain(why);
    }

    [Fact]
    public async Task A_code_that_comes_twice_is_rejected_the_second_time_unless_it_says_the_same()
    {
        await using var app = await TownAsync();
        var one = Articles.Line("a", "A");
        var report = await Articles.ImportAsync(app, $"{one}\n{one}\n{Articles.Line("a", "Iets anders")}");
        report.New.ShouldBe(1);
        report.Skipped.Values.ShouldBe([1]);
        report.Rejected.ShouldHaveSingleItem().Why.ShouldContain("staat al op regel 1");
        (await OneAsync(app)).Versions.ShouldHaveSingleItem().Title.ShouldBe("A");
    }

    [Fact]
    public async Task A_table_has_a_row_for_each_language()
    {
        await using var app = await TownAsync();
        const string table = """"
            code;taal;titel;samenvatting;tekst;onderwerpen;team;herzien_op
            paspoort;nl;Een paspoort;In het stadhuis.;"Neem mee:

            - een foto; in kleur
            - ""geld""";paspoort;burgerzaken;2027-12-01
            paspoort;en;A passport;At city hall.;Bring a photo.;;;
            hond;de;Ein Hund;x;y;;;
            """";
        var report = await Articles.ImportAsync(app, table);
        (report.New, report.Rejected.Count).ShouldBe((2, 1));
        report.Rejected[0].Why.ShouldContain("nl of en");
        var (article, versions, topics) = await OneAsync(app);
        article.OwnerTeamId.ShouldNotBeNull();
        topics.Count.ShouldBe(1);
        versions.Single(v => v.Language == "nl").Body.ShouldBe("Neem mee:\n\n- een foto; in kleur\n- \"geld\"");
        var again = await Articles.ImportAsync(app, table);
        (again.New, again.Changed, again.Same).ShouldBe((0, 0, 2));
    }

    [Fact]
    public async Task A_government_answer_gets_headings_and_lists_and_the_topic_of_that_name()
    {
        await using var app = await TownAsync();
        await Articles.ImportAsync(
            app,
            """
            {"id": "0038f3c3", "vraag": "Wat is het?", "inleiding": "Dit is het.", "onderwerpen": ["Paspoort", "Iets anders"],
             "alineas": [{"kop": "Meer", "tekst": "Bijvoorbeeld:\n - een *ster*;\n - <b>niets</b>.\nKlaar."}]}
            """
        );
        var (article, versions, topics) = await OneAsync(app);
        topics.Count.ShouldBe(1);
        article.Subjects.ShouldBe("Paspoort\nIets anders");
        var card = await CardsAsync(app, k => k.FindVersionAsync(versions[0].Id, default));
        card!
            .BodyHtml.ReplaceLineEndings("")
            .ShouldBe(
                "<h2>Meer</h2><p>Bijvoorbeeld:</p><ul><li>een *ster*;</li><li>&lt;b&gt;niets&lt;/b&gt;.</li></ul><p>Klaar.</p>"
            );
    }

    [Fact]
    public async Task An_answer_without_its_question_is_called_by_its_first_sentence_and_later_by_its_question()
    {
        await using var app = await TownAsync();
        await Articles.ImportAsync(
            app,
            """{"id": "0038", "onderwerpen": ["Paspoort"], "tekst": "Om 21.00 uur gaat gemeente.nl dicht. Dan telt men.\nMeer tekst."}"""
        );
        (await OneAsync(app)).Versions[0].Title.ShouldBe("Om 21.00 uur gaat gemeente.nl dicht.");
        await Articles.ImportAsync(
            app,
            """{"id": "0038", "vraag": "Wanneer?", "inleiding": "Om 21.00 uur.", "alineas": []}"""
        );
        var versions = (await OneAsync(app)).Versions;
        versions
            .Select(v => (v.Number, v.Title, v.Current))
            .ShouldBe([(1, "Om 21.00 uur gaat gemeente.nl dicht.", false), (2, "Wanneer?", true)]);
    }

    /// <summary>Without outside data a sample of the same form.</summary>
    [Fact]
    public async Task The_files_of_the_outside_data_load_without_a_rejected_line()
    {
        await using var app = await TownAsync();
        foreach (
            var (file, count) in new[] { ("corpus_zonder_vraag.jsonl", 180), ("rijksoverheid_vac_dev.jsonl", 107) }
        )
        {
            var read = await Imports.OutsideAsync($"02_vac_retrieval/{file}", Articles.Line(file[..6], "A"));
            var report = await Articles.ImportAsync(app, read);
            report.Rejected.ShouldBeEmpty();
            report.Total.ShouldBe(Imports.HasOutside ? count : 1);
        }
        var loaded = await app.InDbAsync(db => db.Articles.CountAsync());
        loaded.ShouldBe(Imports.HasOutside ? 179 : 2, "One id is there twice.");
    }

    [Fact]
    public async Task Two_imports_of_one_file_at_once_load_it_once()
    {
        await using var app = await TownAsync();
        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Articles.ImportAsync(app, Passport)));
        reports.Sum(r => r.New).ShouldBe(1);
        reports.Sum(r => r.Same).ShouldBe(2);
    }

    private static async Task<App> TownAsync()
    {
        var app = await App.StartAsync();
        var municipality = await Given.MunicipalityAsync(app);
        await Given.TeamAsync(app, "Burgerzaken");
        await Articles.TopicAsync(app, municipality, "paspoort", "Paspoort");
        return app;
    }

    private static Task<(Article Article, List<ArticleVersion> Versions, List<ArticleTopic> Topics)> OneAsync(
        App app
    ) =>
        app.InDbAsync(async db =>
            (
                await db.Articles.SingleAsync(),
                await db.ArticleVersions.OrderBy(v => v.Language).ThenBy(v => v.Number).ToListAsync(),
                await db.ArticleTopics.ToListAsync()
            )
        );

    private static Task<int> EventsAsync(App app) =>
        app.InDbAsync(db =>
            db.Set<EventRow>().CountAsync(e => e.Type == AnswerPublished.Type || e.Type == SettingsChanged.Type)
        );

    private static Task<AnswerCard?> CardsAsync(App app, Func<IKnowledge, Task<AnswerCard?>> ask) =>
        app.InScopeAsync(services => ask(services.GetRequiredService<IKnowledge>()));
}
