using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>A part of a whole.</summary>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Colour">0 to 5: see <c>t-part-0</c> to <c>t-part-5</c>.</param>
public readonly record struct Part(double Share, int Colour);

/// <summary>
/// <c>&lt;t-parts parts="Model.Parts" /&gt;</c>: a bar to true scale, what is left over hatched. Hidden from readers: a table beside it says the same.
/// </summary>
[HtmlTargetElement("t-parts", Attributes = "parts", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PartsTagHelper : TagHelper
{
    public required IReadOnlyList<Part> Parts { get; set; }

    /// <summary><c>l</c> for a high bar.</summary>
    public string? Size { get; set; }

    /// <summary>The rest is plain and not hatched.</summary>
    public bool Plain { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses("t-parts", Markup.Modifier("t-parts", Size, "l"), Plain ? "t-parts--plain" : null);
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        var bars = new StringBuilder();
        var from = 0.0;
        foreach (var part in Parts)
        {
            bars.Append(
                CultureInfo.InvariantCulture,
                $"""<rect class="t-part-{part.Colour}" x="{from * 100:0.##}%" width="{part.Share * 100:0.##}%" height="100%"/>"""
            );
            from += part.Share;
        }

        output.Content.SetHtmlContent(bars.ToString());
    }
}
