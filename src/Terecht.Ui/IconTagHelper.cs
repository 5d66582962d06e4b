using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>A 20 × 20 line icon from the sprite; always beside a word, so hidden from assistive technology.</summary>
[HtmlTargetElement("t-icon", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>The id of the symbol in <c>icons.svg</c>.</summary>
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", own is null ? "t-icon" : "t-icon " + own);
        output.Content.SetHtmlContent($"<use href=\"/icons.svg#{System.Net.WebUtility.HtmlEncode(Name)}\"></use>");
    }
}
