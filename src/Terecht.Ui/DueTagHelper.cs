using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>
/// <c>&lt;t-due state="late"&gt;&lt;b&gt;5 werkuren te laat&lt;/b&gt; was uiterlijk …&lt;/t-due&gt;</c>: icon, words, time.
/// </summary>
[HtmlTargetElement("t-due")]
public sealed class DueTagHelper : TagHelper
{
    /// <summary><c>late</c>, <c>today</c>, <c>later</c> or <c>kept</c>.</summary>
    public string State { get; set; } = "later";

    /// <summary><c>big</c> at the top of a case.</summary>
    public string? Size { get; set; }

    /// <summary>Another icon than the one of the state.</summary>
    public string? Icon { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "span";
        output.AddClasses(
            "t-due",
            Markup.Modifier("t-due", State, "late", "today", "later", "kept"),
            Markup.Modifier("t-due", Size, "big")
        );
        var icon = State switch
        {
            "late" => "alert",
            "today" => "clock",
            "kept" => "kept",
            _ => "calendar",
        };
        output.Content.AppendHtml(Ui.Icon.Svg(Icon ?? icon, null, View));
        output.Content.AppendHtml(Markup.Element("span", null).With(words));
    }
}
