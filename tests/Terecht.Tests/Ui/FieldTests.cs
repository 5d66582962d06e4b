using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Terecht.Ui;

namespace Terecht.Tests.Ui;

public class FieldTests
{
    private static readonly HtmlParser Parser = new();

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Field(
        FieldTagHelper field,
        string control = "input",
        string type = "text",
        string? own = null
    ) =>
        Parser.ParseDocument(
            await Rendering.Render(
                field,
                "t-field",
                [],
                items =>
                {
                    var attributes = new TagHelperAttributeList { { "type", type } };
                    if (own is not null)
                    {
                        attributes.Add("class", own);
                    }

                    return Rendering.Render(
                        new ControlTagHelper(),
                        control,
                        attributes,
                        _ => Task.FromResult(""),
                        items
                    );
                }
            )
        );

    private static ModelStateDictionary Wrong(string key, string message)
    {
        var state = new ModelStateDictionary();
        state.AddModelError(key, message);
        return state;
    }

    [Fact]
    public async Task Label_help_and_control_belong_together()
    {
        var page = await Field(
            new FieldTagHelper
            {
                Label = "Telefoon",
                Help = "Klopt, zegt mevrouw",
                For = Rendering.Expression("Input.Phone"),
                View = Rendering.View(),
            }
        );
        var input = page.QuerySelector("input")!;
        input.Id.ShouldBe("Input_Phone");
        page.QuerySelector("label")!.GetAttribute("for").ShouldBe("Input_Phone");
        page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent.ShouldBe("Klopt, zegt mevrouw");
        input.HasAttribute("aria-invalid").ShouldBeFalse();
        input.ClassName.ShouldBe("utrecht-textbox utrecht-textbox--html-input");
    }

    [Fact]
    public async Task A_message_of_model_state_stands_at_the_field_and_marks_the_control()
    {
        var page = await Field(
            new FieldTagHelper
            {
                Label = "Telefoon",
                Help = "Mag leeg",
                For = Rendering.Expression("Phone"),
                View = Rendering.View(Wrong("Phone", "Er ontbreekt een <cijfer>.")),
            }
        );
        page.QuerySelector(".t-field--wrong .t-field__error span")!.TextContent.ShouldBe("Er ontbreekt een <cijfer>.");
        var input = page.QuerySelector("input")!;
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("aria-describedby").ShouldBe("Phone-fout Phone-hulp");
        page.GetElementById("Phone-fout").ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_alone_reads_a_field_is_said_at_its_label()
    {
        var page = await Field(
            new FieldTagHelper
            {
                Label = "Notitie",
                Id = "notitie",
                Internal = "Alleen collega's zien dit",
            },
            "textarea",
            own: "t-internal"
        );
        page.GetElementById("notitie-wie")!.TextContent.ShouldBe("Alleen collega's zien dit");
        page.QuerySelector("textarea")!
            .ClassName.ShouldBe("utrecht-textarea utrecht-textarea--html-textarea t-internal");
    }

    [Fact]
    public async Task A_hidden_input_inside_a_field_is_left_alone()
    {
        var page = await Field(new FieldTagHelper { Label = "Team", Id = "team" }, type: "hidden");
        page.QuerySelector("input")!.Attributes.Select(one => one.Name).ShouldBe(["type"]);
    }

    [Fact]
    public async Task The_summary_links_to_every_field_and_takes_the_focus()
    {
        var state = Wrong("Phone", "Er ontbreekt een cijfer");
        state.AddModelError("Input.Moment", "Kies een dag waarop we open zijn");
        state.AddModelError("", "Deze toezegging is al afgerond");
        var html = await Rendering.Render(
            new ErrorSummaryTagHelper { View = Rendering.View(state) },
            "t-error-summary"
        );
        var box = Parser.ParseDocument(html).QuerySelector("[role=alert]")!;
        box.QuerySelector("h2")!.TextContent.ShouldBe("Er kloppen 3 dingen niet");
        box.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldBe(["#Phone", "#Input_Moment"], true);
        box.QuerySelectorAll("li").Length.ShouldBe(3);
        box.HasAttribute("autofocus").ShouldBeTrue();
        box.GetAttribute("tabindex").ShouldBe("-1");
    }

    [Fact]
    public async Task No_faults_no_summary() =>
        (
            await Rendering.Render(new ErrorSummaryTagHelper { View = Rendering.View() }, "t-error-summary")
        ).ShouldBeEmpty();

    [Fact]
    public async Task A_choice_remembers_what_was_posted_before_what_the_model_holds()
    {
        var state = new ModelStateDictionary();
        state.SetModelValue("Outcome", "toezegging", "toezegging");
        state.AddModelError("Outcome", "Kies een team");
        var view = Rendering.View(state);
        var html = await Rendering.Render(
            new ChoiceTagHelper
            {
                Label = "Uitkomst",
                Layout = "four",
                For = Rendering.Expression("Outcome", "beantwoord"),
                View = view,
            },
            "t-choice",
            [],
            async items =>
                await Option(items, "beantwoord", "B", "Beantwoord")
                + await Option(items, "toezegging", "T", "Toezegging")
        );
        var group = Parser.ParseDocument(html).QuerySelector("fieldset")!;
        group.QuerySelector("legend")!.TextContent.ShouldBe("Uitkomst");
        group.GetAttribute("aria-describedby").ShouldBe("Outcome-fout");
        group.QuerySelector("input[checked]")!.GetAttribute("value").ShouldBe("toezegging");
        group.QuerySelectorAll("input").Select(one => one.Id).ShouldBe(["Outcome", "Outcome-toezegging"]);
        group.QuerySelector("label")!.GetAttribute("data-key").ShouldBe("B");
        group.QuerySelector(".t-choice--four").ShouldNotBeNull();
    }

    private static Task<string> Option(IDictionary<object, object> items, string value, string key, string words) =>
        Rendering.Render(
            new OptionTagHelper { Value = value, Key = key },
            "t-option",
            [],
            _ => Task.FromResult(words),
            items
        );

    [Fact]
    public async Task Classes_that_another_tag_helper_added_stay()
    {
        var attributes = new TagHelperAttributeList { { "class", "t-num" } };
        var output = new TagHelperOutput(
            "span",
            attributes,
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent())
        );
        Microsoft.AspNetCore.Mvc.TagHelpers.TagHelperOutputExtensions.AddClass(
            output,
            "input-validation-error",
            HtmlEncoder.Default
        );

        await new BadgeTagHelper().ProcessAsync(
            new TagHelperContext(attributes, new Dictionary<object, object>(), "1"),
            output
        );

        output.Attributes["class"].Value.ShouldBe("utrecht-data-badge t-num input-validation-error");
    }
}
