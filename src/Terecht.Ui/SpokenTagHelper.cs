using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>
/// <c>&lt;t-spoken caption="Lees voor"&gt;U wordt …&lt;/t-spoken&gt;</c>: words said to a citizen. They look the same on every screen.
/// </summary>
[HtmlTargetElement("t-spoken")]
public sealed partial class SpokenTagHelper : TagHelper
{
    public string? Caption { get; set; }

    /// <summary><c>s</c> in lists, <c>l</c> while it is made, <c>public</c> at the top of a citizen's page.</summary>
    public string? Size { get; set; }

    /// <summary>Words that no longer hold.</summary>
    public bool Old { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "figure";
        output.AddClasses(
            "t-spoken",
            Markup.Modifier("t-spoken", Size, "s", "l", "public"),
            Old ? "t-spoken--old" : null
        );
        if (Caption is not null)
        {
            output.Content.AppendHtml(Markup.Element("figcaption", null, Caption));
        }

        output.Content.AppendHtml(Icon.Svg("quote", null, View));
        // A number or a time that breaks over two lines is hard to read out.
        var whole = BetweenDigits().Replace(words.GetContent(), "&#xA0;");
        output.Content.AppendHtml(Markup.Element("blockquote", null).With(new HtmlString(whole)));
    }

    [GeneratedRegex(@"(?<=\d) (?=\d|uur\b)", RegexOptions.None, 1000)]
    private static partial Regex BetweenDigits();
}
