using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>
/// <c>&lt;t-key&gt;T&lt;/t-key&gt;</c>: the key that does the same as the button it stands in. Readers hear the button, not the key.
/// A key of one character can be switched off by its user, and its hint goes with it.
/// </summary>
[HtmlTargetElement("t-key")]
public sealed class KeyTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var key = (await output.GetChildContentAsync()).GetContent().Trim();
        output.TagName = "kbd";
        output.AddClasses("t-key", IsOneCharacter(key) ? "t-key--letter" : null);
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(key);
    }

    /// <summary>One character as typed; an encoded one such as <c>&amp;lt;</c> is one as well.</summary>
    internal static bool IsOneCharacter(string key) => System.Net.WebUtility.HtmlDecode(key).Length == 1;
}
