using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>
/// <c>&lt;t-internal mark="Notitie voor collega's"&gt;</c>: what no citizen sees. Other ground, dashed edge, lock, and the word.
/// </summary>
[HtmlTargetElement("t-internal")]
public sealed class InternalTagHelper : TagHelper
{
    public string Mark { get; set; } = "Alleen collega's zien dit";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "div";
        output.AddClasses("t-note t-internal");
        var mark = Markup.Element("p", "t-internal__mark").With(Icon.Svg("lock", "t-icon--s", View));
        mark.InnerHtml.Append(Mark);
        output.Content.AppendHtml(mark);
        output.Content.AppendHtml(words);
    }
}
