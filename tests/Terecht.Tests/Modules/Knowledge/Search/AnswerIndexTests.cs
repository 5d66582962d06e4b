using Terecht.Modules.Knowledge.Search;

namespace Terecht.Tests.Modules.Knowledge.Search;

public sealed class AnswerIndexTests
{
    private static readonly Lazy<AnswerIndex> Town = new(() =>
        OwnAnswers.Index(OwnAnswers.Town.Select(a => OwnAnswers.Make(a.Code, a.Question, a.Text)))
    );

    [Theory]
    [InlineData("p")]
    [InlineData("pa")]
    [InlineData("pasp")]
    [InlineData("paspoor")]
    public void Every_letter_counts_while_typing(string typed)
    {
        var found = Town.Value.Codes(typed);
        if (typed.Length > 1)
        {
            found[0].ShouldBe("paspoort");
        }
    }

    [Theory]
    [InlineData("pasport")]
    [InlineData("passpoort ")]
    [InlineData("apspoort ")]
    [InlineData("paqpo")]
    public void One_wrong_letter_is_forgiven_also_in_a_word_that_is_not_finished(string typed) =>
        Town.Value.Codes(typed)[0].ShouldBe("paspoort");

    [Fact]
    public void A_word_that_is_there_is_not_taken_for_a_mistake()
    {
        var index = OwnAnswers.Index(
            OwnAnswers.Make("boom", "Een boom kappen"),
            OwnAnswers.Make("boot", "Een boot leggen")
        );
        index.Codes("boot ").ShouldBe(["boot"]);
    }

    [Theory]
    [InlineData("rijbewijs ")]
    [InlineData("rijbewijzen ")]
    public void Singular_and_plural_find_each_other_also_where_s_becomes_z(string typed) =>
        Town.Value.Codes(typed)[0].ShouldBe("rijbewijs");

    [Fact]
    public void A_compound_is_found_by_its_parts_and_the_parts_by_the_compound()
    {
        var index = OwnAnswers.Index(
            OwnAnswers.Make("een", "Parkeervergunning voor bewoners", body: "De vergunning kost tien euro."),
            OwnAnswers.Make("twee", "Een hond", body: "Voor een hond betaalt u belasting."),
            OwnAnswers.Make("drie", "Wat is een vergunning?", body: "Een vergunning is een brief."),
            OwnAnswers.Make("vier", "Belasting op een hond", body: "Wie een hond heeft, krijgt een aanslag."),
            OwnAnswers.Make("vijf", "Parkeer uw fiets"),
            OwnAnswers.Make("zes", "Parkeer uw auto")
        );
        index.Codes("vergunning ").ShouldContain("een");
        index.Codes("hondsbelasting ").Take(2).ShouldBe(["twee", "vier"], ignoreOrder: true);
    }

    [Fact]
    public void Accents_and_capitals_make_no_difference()
    {
        var index = OwnAnswers.Index(
            OwnAnswers.Make("cafe", "Een café beginnen"),
            OwnAnswers.Make("huis", "Een huis kopen")
        );
        index.Codes("CAFE ").ShouldBe(["cafe"]);
        index.Codes("café ").ShouldBe(["cafe"]);
    }

    [Fact]
    public void Words_of_the_subject_count_although_they_are_nowhere_in_the_text()
    {
        var index = OwnAnswers.Index(
            OwnAnswers.Make("lamp", "Een lamp brandt niet", subjects: "openbare verlichting"),
            OwnAnswers.Make("bank", "Een bank is kapot")
        );
        index.Codes("verlichting").ShouldBe(["lamp"]);
    }

    [Fact]
    public void Without_words_everything_comes_heaviest_first()
    {
        var index = OwnAnswers.Index(
            OwnAnswers.Make("a", "Een"),
            OwnAnswers.Make("b", "Twee"),
            OwnAnswers.Make("c", "Drie")
        );
        var found = index.Search("  ", 2, a => a.Code == "c" ? 2 : 1);
        found.Select(f => f.Answer.Code).ShouldBe(["c", "a"]);
    }

    [Fact]
    public void Question_words_alone_are_no_words_to_look_for() =>
        Town.Value.Codes("hoe kan ik ").Count.ShouldBe(OwnAnswers.Town.Count);

    [Fact]
    public void Two_indexes_of_the_same_rows_give_the_same_order()
    {
        var other = OwnAnswers.Index(
            OwnAnswers.Town.Reverse().Select(a => OwnAnswers.Make(a.Code, a.Question, a.Text))
        );
        foreach (var (_, question, _) in OwnAnswers.Town)
        {
            other.Codes(question).ShouldBe(Town.Value.Codes(question));
        }
    }

    [Fact]
    public void Equals_come_in_the_order_of_their_codes()
    {
        var index = OwnAnswers.Index(OwnAnswers.Make("z", "Een boom"), OwnAnswers.Make("a", "Een boom"));
        index.Codes("boom").ShouldBe(["a", "z"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("((((")]
    [InlineData("paspoort AND (")]
    [InlineData("*?~:\\\"")]
    [InlineData("\uD800")]
    public void Nothing_that_is_typed_is_an_error(string typed) => Should.NotThrow(() => Town.Value.Codes(typed));

    [Fact]
    public void A_whole_letter_pasted_into_the_field_is_searched_too() =>
        Town.Value.Codes(string.Concat(Enumerable.Repeat("paspoort aanvragen ", 5000)))[0].ShouldBe("paspoort");

    [Fact]
    public void An_empty_index_finds_nothing() => OwnAnswers.Index().Codes("paspoort").ShouldBeEmpty();

    [Fact]
    public void English_has_its_own_endings()
    {
        var index = new AnswerIndex("en", [OwnAnswers.Make("passport", "Passports", "How to apply for one.")]);
        index.Codes("applying passport's ").ShouldBe(["passport"]);
    }
}
