using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>One answer of a <c>t-choice</c>: a radio button with its words and its key.</summary>
[HtmlTargetElement("t-option", Attributes = "value")]
public sealed class OptionTagHelper : TagHelper
{
    public required string Value { get; set; }

    /// <summary>The single key that chooses this.</summary>
    public string? Key { get; set; }

    /// <summary>Shows the part of the form with class <c>t-end--…</c> while this is chosen.</summary>
    public string? End { get; set; }

    public bool Disabled { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(ChoiceContext), out var found) || found is not ChoiceContext choice)
        {
            throw new InvalidOperationException("A t-option stands inside a t-choice.");
        }

        var chosen = string.Equals(choice.Value, Value, StringComparison.Ordinal);
        var radio = Markup
            .Element("input", "t-choice__input")
            .Having("type", "radio")
            .Having("name", choice.Name)
            .Having("value", Value)
            .Having("id", choice.HasFirst ? $"{choice.Id}-{FieldContext.IdOf("o" + Value)[1..]}" : choice.Id)
            .Having("data-end", End)
            .Having("checked", chosen ? "checked" : null)
            .Having("autofocus", chosen && choice.Autofocus ? "autofocus" : null)
            .Having("disabled", Disabled ? "disabled" : null);
        radio.TagRenderMode = TagRenderMode.SelfClosing;
        choice.HasFirst = true;

        var words = await output.GetChildContentAsync();
        output.TagName = "label";
        output.AddClasses("t-choice__item");
        if (Key is not null)
        {
            output.Attributes.SetAttribute("data-key", Key);
        }

        output.Content.AppendHtml(radio);
        output.Content.AppendHtml(Icon.Svg("check", "t-icon--check", View));
        output.Content.AppendHtml(words);
        if (Key is not null)
        {
            output.Content.AppendHtml(Markup.Element("kbd", "t-key t-key--letter", Key).Having("aria-hidden", "true"));
        }
    }
}
