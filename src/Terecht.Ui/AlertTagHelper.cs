using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary><c>&lt;t-alert kind="warning"&gt;</c>: a calm box with an icon and words. What is news to a reader gets <c>role="status"</c> from the page.</summary>
[HtmlTargetElement("t-alert")]
public sealed class AlertTagHelper : TagHelper
{
    /// <summary><c>error</c>, <c>warning</c>, <c>info</c> or <c>ok</c>.</summary>
    public string Kind { get; set; } = "info";

    public string? Icon { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "div";
        output.AddClasses("utrecht-alert", Markup.Modifier("utrecht-alert", Kind, "error", "warning", "info", "ok"));
        var icon = Kind switch
        {
            "error" => "stop",
            "warning" => "alert",
            "ok" => "kept",
            _ => "info",
        };
        output.Content.AppendHtml(Ui.Icon.Svg(Icon ?? icon, null, View));
        output.Content.AppendHtml(Markup.Element("div", "utrecht-alert__content").With(words));
    }
}
