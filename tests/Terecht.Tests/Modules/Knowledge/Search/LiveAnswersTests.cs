using System.Net;
using Terecht.Platform.Time;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Modules.Knowledge.Search;

public sealed class LiveAnswersTests
{
    [Fact]
    public async Task An_import_in_another_process_is_found_here()
    {
        await using var app = await App.StartAsync();
        var municipality = await Given.MunicipalityAsync(app);
        (await Articles.SearchAsync(app, municipality, "drakenboot")).ShouldBeEmpty();

        await using var other = app.Second();
        await Articles.ImportAsync(other, Articles.Line("draak", "Een drakenboot leggen"));

        var hits = await Articles.SearchUntilAsync(app, municipality, "drakenboot", h => h.Count > 0);
        hits.ShouldHaveSingleItem().Code.ShouldBe("draak");
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_one()
    {
        await using var app = await App.StartAsync();
        var municipality = await Given.MunicipalityAsync(app);
        await Articles.ImportAsync(app, Articles.Line("a", "Drakenboot"));
        await Articles.SearchUntilAsync(app, municipality, "drakenboot", h => h.Count > 0);
        await Articles.ImportAsync(app, Articles.Line("a", "Zeemeermin"));

        var hits = await Articles.SearchUntilAsync(app, municipality, "zeemeermin", h => h is [{ Version: 2 }]);
        hits.ShouldHaveSingleItem().Title.ShouldBe("Zeemeermin");
        (await Articles.SearchAsync(app, municipality, "drakenboot")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_nodes_give_the_same_order_whatever_way_they_came_there()
    {
        await using var app = await App.StartAsync();
        var municipality = await Given.MunicipalityAsync(app);
        await Articles.ImportAsync(app, string.Join('\n', Lines("paspoort")));
        await Articles.SearchUntilAsync(app, municipality, "paspoort", h => h.Count > 0);
        // This node has replaced its index; the other one starts with what is there now.
        await Articles.ImportAsync(app, string.Join('\n', Lines("paspoort en rijbewijs").Take(3)));
        await Articles.SearchUntilAsync(app, municipality, "rijbewijs", h => h.Count > 0);
        await using var other = app.Second();

        foreach (var typed in new[] { "paspoort", "rijbewijs", "pas", "aanvragen paspoort", "" })
        {
            var here = await Articles.SearchAsync(app, municipality, typed);
            var there = await Articles.SearchAsync(other, municipality, typed);
            there.Select(h => h.Code).ShouldBe(here.Select(h => h.Code));
        }
    }

    [Fact]
    public async Task A_municipality_and_a_language_find_their_own_answers_only()
    {
        await using var app = await App.StartAsync();
        var municipality = await Given.MunicipalityAsync(app);
        await Articles.ImportAsync(
            app,
            """{"code": "a", "nl": {"title": "Paspoort", "summary": "Kom langs."}, "en": {"title": "Passport", "summary": "Come by."}}"""
        );
        (await Articles.SearchUntilAsync(app, municipality, "paspoort", h => h.Count > 0)).Count.ShouldBe(1);
        (await Articles.SearchAsync(app, municipality, "passports", language: "en")).ShouldHaveSingleItem();
        (await Articles.SearchAsync(app, municipality, "paspoort", language: "en")).ShouldBeEmpty();
        (await Articles.SearchAsync(app, app.Clock.NewId(), "paspoort")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_words_the_answers_of_the_topic_come_first()
    {
        await using var app = await App.StartAsync();
        var municipality = await Given.MunicipalityAsync(app);
        var topic = await Articles.TopicAsync(app, municipality, "zwemmen", "Zwemmen", "zwembad, badmuts");
        await Articles.ImportAsync(
            app,
            Articles.Line("a", "Eerst")
                + "\n"
                + """{"code": "z", "topics": ["zwemmen"], "nl": {"title": "Laatst", "summary": "Zo is het."}}"""
        );
        await Articles.SearchUntilAsync(app, municipality, "laatst", h => h.Count > 0);

        (await Articles.SearchAsync(app, municipality, "", topic)).Select(h => h.Code).ShouldBe(["z", "a"]);
        (await Articles.SearchAsync(app, municipality, "")).Select(h => h.Code).ShouldBe(["a", "z"]);
        // The words of the topic come with the next reading of the catalogue.
        (await Articles.SearchUntilAsync(app, municipality, "badmuts", h => h.Count > 0))
            .ShouldHaveSingleItem()
            .Code.ShouldBe("z");
    }

    [Fact]
    public async Task An_answer_whose_review_date_has_passed_says_so()
    {
        await using var app = await App.StartAsync();
        var municipality = await Given.MunicipalityAsync(app);
        await Articles.ImportAsync(
            app,
            """{"code": "a", "review": "2027-05-03", "nl": {"title": "Drakenboot", "summary": "B"}}"""
        );
        var today = await Articles.SearchUntilAsync(app, municipality, "drakenboot", h => h.Count > 0);
        today[0].ReviewOverdue.ShouldBeFalse();
        app.Clock.Set(2027, 5, 4, 0, 0);
        (await Articles.SearchAsync(app, municipality, "drakenboot"))[0].ReviewOverdue.ShouldBeTrue();
    }

    [Fact]
    public async Task Ready_names_the_answers_until_they_can_be_found()
    {
        await using var app = await App.StartAsync();
        using var client = app.CreateClient();
        var ct = TestContext.Current.CancellationToken;
        for (var tries = 0; tries < 400; tries++)
        {
            var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return;
            }
            (await answer.Content.ReadAsStringAsync(ct)).ShouldContain("answers");
            await Task.Delay(50, ct);
        }
        Assert.Fail("The answers were never ready.");
    }

    private static IEnumerable<string> Lines(string what) =>
        Enumerable
            .Range(0, 30)
            .Select(i => Articles.Line($"a{i}", $"{what} aanvragen {i % 4}", $"Uw {what} nummer {i}."));
}
