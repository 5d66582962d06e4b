using Terecht.Modules.Knowledge.Contracts;
using Terecht.Modules.Knowledge.Search;

namespace Terecht.Tests.Modules.Knowledge.Search;

public sealed class ExcerptTests
{
    [Fact]
    public void Found_words_are_marked_in_the_form_they_have_in_the_text()
    {
        var parts = Search("rijbewijs", "Wij verlengen rijbewijzen aan de balie.");
        parts.ShouldBe([new("Wij verlengen ", false), new("rijbewijzen", true), new(" aan de balie.", false)]);
    }

    [Fact]
    public void The_sentence_that_fits_best_is_shown()
    {
        var parts = Search(
            "kosten spoed",
            "U vraagt het aan bij de balie.",
            "Dat duurt een week.\nMet spoed zijn de kosten hoger.\nTot ziens."
        );
        Text(parts).ShouldBe("Met spoed zijn de kosten hoger.");
    }

    [Fact]
    public void Without_a_match_in_the_text_the_short_answer_is_shown() =>
        Text(Search("titel", "Dit is het korte antwoord. Het is klaar.", "Dit is de rest.", title: "Titel"))
            .ShouldBe("Dit is het korte antwoord. Het is klaar.");

    [Fact]
    public void A_long_sentence_is_cut_at_words_around_what_was_found()
    {
        var before = string.Concat(Enumerable.Repeat("en nog iets ", 60));
        var parts = Search("schat", $"Begin {before}de schat ligt hier {before}einde.");
        var text = Text(parts);
        text.ShouldStartWith("… ");
        text.ShouldEndWith(" …");
        text.Length.ShouldBeLessThan(230);
        parts.ShouldContain(new TextPart("schat", true));
    }

    [Fact]
    public void Html_in_an_answer_stays_text_for_the_page_to_encode()
    {
        const string hostile = "Klik <img src=x onerror=alert(1)> op paspoort & <script>alert('paspoort')</script>.";
        var parts = Search("paspoort", hostile);
        Text(parts).ShouldBe(hostile);
        parts.Where(p => p.IsMatch).Select(p => p.Text).ShouldBe(["paspoort", "paspoort"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("....")]
    public void An_answer_without_words_has_an_excerpt_too(string summary) =>
        Should.NotThrow(() => Search("titel", summary, title: "Titel"));

    [Fact]
    public void A_word_without_end_is_cut_too() =>
        Text(Search("titel", new string('a', 1000), title: "Titel")).Length.ShouldBeLessThan(230);

    private static IReadOnlyList<TextPart> Search(string typed, string summary, string body = "", string title = "") =>
        OwnAnswers.Index(OwnAnswers.Make("een", title, summary, body)).Search(typed, 1, _ => 1)[0].Excerpt;

    private static string Text(IReadOnlyList<TextPart> parts) => string.Concat(parts.Select(p => p.Text));
}
