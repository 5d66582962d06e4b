using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>
/// <c>&lt;t-error-summary /&gt;</c>: what is wrong in this form, with a link to each field. It takes the focus. Nothing when all is well.
/// </summary>
[HtmlTargetElement("t-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>The heading for one fault.</summary>
    public string Heading { get; set; } = "Er klopt 1 ding niet";

    /// <summary>The heading for more faults; {0} is their number.</summary>
    public string HeadingMany { get; set; } = "Er kloppen {0} dingen niet";

    public string? Note { get; set; } = "Wat u verder invulde, staat er nog.";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = View is null
            ? []
            : View
                .ViewData.ModelState.Select(entry =>
                    (
                        entry.Key,
                        Message: entry
                            .Value?.Errors.FirstOrDefault(error => error.ErrorMessage.Length > 0)
                            ?.ErrorMessage
                    )
                )
                .Where(fault => fault.Message is not null)
                .ToList();
        if (faults.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses("utrecht-alert utrecht-alert--error t-errors__box");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("aria-labelledby", "fouten-kop");
        var heading =
            faults.Count == 1 ? Heading : string.Format(CultureInfo.InvariantCulture, HeadingMany, faults.Count);
        var list = Markup.Element("ul", "t-errors");
        foreach (var (key, message) in faults)
        {
            list.With(Markup.Element("li", null).With(Line(key, message!)));
        }

        output.Content.AppendHtml(Icon.Svg("stop", "t-icon--l", View));
        output.Content.AppendHtml(
            Markup
                .Element("div", "utrecht-alert__content")
                .With(
                    Markup.Element("h2", "t-h2", heading).Having("id", "fouten-kop"),
                    Note is null ? null : Markup.Element("p", null, Note),
                    list
                )
        );
    }

    /// <summary>A fault of the form as a whole has no field to go to.</summary>
    private static TagBuilder Line(string key, string message) =>
        key.Length == 0
            ? Markup.Element("span", null, message)
            : Markup.Element("a", null, message).Having("href", "#" + FieldContext.IdOf(key));
}
