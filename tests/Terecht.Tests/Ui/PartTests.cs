using System.Globalization;
using Terecht.Ui;

namespace Terecht.Tests.Ui;

public class PartTests
{
    [Theory]
    [InlineData("Joost van Dam", "JD")]
    [InlineData("fatma öztürk", "FÖ")]
    [InlineData("Bakkerij", "B")]
    [InlineData("", "?")]
    public async Task Initials_are_the_first_letters_of_the_first_and_the_last_word(string name, string expected) =>
        System
            .Net.WebUtility.HtmlDecode(await Rendering.Render(new AvatarTagHelper { Name = name }, "t-avatar"))
            .ShouldContain($">{expected}<");

    [Fact]
    public async Task Parts_of_a_bar_are_written_with_points_whatever_the_language()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");
        try
        {
            var html = await Rendering.Render(
                new PartsTagHelper { Parts = [new Part(0.1097, 1), new Part(0.0744, 2)] },
                "t-parts"
            );
            html.ShouldContain("""<rect class="t-part-1" x="0%" width="10.97%" height="100%"/>""");
            html.ShouldContain("""<rect class="t-part-2" x="10.97%" width="7.44%" height="100%"/>""");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Spoken_words_are_a_quotation_with_its_caption()
    {
        var html = await Rendering.Render(
            new SpokenTagHelper { Caption = "Lees voor", Size = "l" },
            "t-spoken",
            "U wordt gebeld."
        );
        html.ShouldStartWith("""<figure class="t-spoken t-spoken--l"><figcaption>Lees voor</figcaption>""");
        html.ShouldEndWith("<blockquote>U wordt gebeld.</blockquote></figure>");
    }

    [Fact]
    public async Task A_late_moment_has_an_icon_and_words()
    {
        var html = await Rendering.Render(new DueTagHelper { State = "late" }, "t-due", "<b>Te laat</b>");
        html.ShouldContain("t-due--late");
        html.ShouldContain("#alert");
        html.ShouldContain("<span><b>Te laat</b></span>");
    }

    [Fact]
    public async Task A_word_that_a_part_does_not_know_is_refused() =>
        (
            await Should.ThrowAsync<ArgumentException>(() =>
                Rendering.Render(new DueTagHelper { State = "soon" }, "t-due")
            )
        ).Message.ShouldContain("late, today, later, kept");

    [Theory]
    [InlineData("T", true)]
    [InlineData("/", true)]
    [InlineData("Ctrl ⏎", false)]
    public async Task A_hint_of_one_character_goes_when_letters_are_off(string key, bool letter) =>
        (await Rendering.Render(new KeyTagHelper(), "t-key", key)).Contains("t-key--letter").ShouldBe(letter);

    [Fact]
    public async Task An_icon_keeps_the_classes_of_the_page()
    {
        var html = await Rendering.Render(
            new IconTagHelper { Name = "phone" },
            "t-icon",
            new() { { "class", "t-icon--s" } },
            _ => Task.FromResult("")
        );
        html.ShouldBe(
            """<svg class="t-icon t-icon--s" aria-hidden="true" focusable="false"><use href="/icons.svg#phone"></use></svg>"""
        );
    }
}
