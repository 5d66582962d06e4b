using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary><c>&lt;t-badge icon="kept"&gt;Gegevens kloppen&lt;/t-badge&gt;</c>: a small fact, never a state.</summary>
[HtmlTargetElement("t-badge")]
public sealed class BadgeTagHelper : TagHelper
{
    public string? Icon { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "span";
        output.AddClasses("utrecht-data-badge");
        if (Icon is not null)
        {
            output.Content.AppendHtml(Ui.Icon.Svg(Icon, "t-icon--s", View));
        }

        output.Content.AppendHtml(words);
    }
}
