using Terecht.Modules.Catalogue.Contracts;

namespace Terecht.Tests.Modules.Catalogue;

public sealed class TopicSearchTests
{
    private static readonly Guid Maasdrecht = Id(1);
    private static readonly Guid Ouddam = Id(2);

    private static readonly TopicCard[] Topics =
    [
        Topic(10, "Paspoort aanvragen", "Apply for a passport", "pas,vakantie,pasfoto"),
        Topic(11, "Paspoort"),
        Topic(12, "Rijbewijs aanvragen", "Apply for a driving licence", "roze pasje, paspoort meenemen"),
        Topic(13, "Parkeervergunning bewoners", "", "auto, straat"),
        Topic(14, "Öztürk café vergunning"),
        Topic(15, "Naar het buitenland", "", "", parent: 16),
        Topic(16, "Verhuizen"),
        Topic(17, "Grofvuil", "Bulky waste", "bank, koelkast"),
        Topic(20, "Paspoort", municipality: Ouddam),
    ];

    // Verhuizen has a team, so what is under it has one too.
    private static readonly CatalogueNow Now = new(Topics, [], [], [], new[] { 10, 12, 16 }.Select(Id).ToHashSet());

    [Theory]
    [InlineData("paspoort aan", "Paspoort aanvragen")]
    [InlineData("AANVR pasp", "Paspoort aanvragen")]
    [InlineData("ozturk", "Öztürk café vergunning")]
    [InlineData("cafe vergun", "Öztürk café vergunning")]
    [InlineData("roze", "Rijbewijs aanvragen")]
    [InlineData("driving", "Rijbewijs aanvragen")]
    [InlineData("verhuizen buitenland", "Naar het buitenland")]
    [InlineData("koelkast", "Grofvuil")]
    [InlineData("bewoners vergunning", "Parkeervergunning bewoners")]
    public void Every_word_may_stand_anywhere_and_be_begun_only(string text, string first) =>
        Search(text)[0].ShouldBe(first);

    [Theory]
    [InlineData("paspoart")]
    [InlineData("pasport")]
    [InlineData("paaspoort")]
    [InlineData("apspoort")]
    [InlineData("paspoor aanvraagen")]
    public void One_typing_error_in_a_word_is_forgiven_when_nothing_else_matches(string text) =>
        Search(text).ShouldContain("Paspoort aanvragen");

    [Theory]
    [InlineData("pospaart")]
    [InlineData("grof afval")]
    [InlineData("xyz")]
    public void Two_errors_or_a_word_that_is_nowhere_find_nothing(string text) => Search(text).ShouldBeEmpty();

    [Fact]
    public void What_matches_well_is_not_drowned_by_what_almost_does() =>
        Search("pasf").ShouldBe(["Paspoort aanvragen"]);

    [Fact]
    public void A_name_counts_above_keywords_and_a_team_above_none()
    {
        Search("pasp").ShouldBe(["Paspoort aanvragen", "Rijbewijs aanvragen", "Paspoort"]);
        Search("vergunning").ShouldBe(["Öztürk café vergunning", "Parkeervergunning bewoners"]);
    }

    [Fact]
    public void The_very_name_comes_first_whatever_its_team() => Search("paspoort")[0].ShouldBe("Paspoort");

    [Fact]
    public void A_search_stays_within_its_municipality_and_its_number()
    {
        Now.SearchTopics(Ouddam, "pas", 8).ShouldHaveSingleItem().Id.ShouldBe(Id(20));
        Now.SearchTopics(Maasdrecht, "", 3).Count.ShouldBe(3);
        Now.SearchTopics(Maasdrecht, "aanvragen", 1).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_topic_knows_those_above_it() => Now.WithParents(Id(15)).ShouldBe([Id(15), Id(16)]);

    private static List<string> Search(string text) => [.. Now.SearchTopics(Maasdrecht, text, 8).Select(t => t.Name)];

    private static TopicCard Topic(
        int id,
        string name,
        string english = "",
        string keywords = "",
        int? parent = null,
        Guid? municipality = null
    ) =>
        new(
            Id(id),
            municipality ?? Maasdrecht,
            $"t{id}",
            name,
            english,
            parent is { } above ? Id(above) : null,
            parent is null ? null : "Verhuizen",
            false,
            keywords
        );

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
