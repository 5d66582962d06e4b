using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>
/// <c>&lt;t-empty title="Alles van vandaag is gedaan" art="done"&gt;</c>: an empty screen says what is the matter, and what you can do now.
/// </summary>
[HtmlTargetElement("t-empty", Attributes = "title")]
public sealed class EmptyTagHelper : TagHelper
{
    private const string Done =
        """<svg class="t-empty__art" viewBox="0 0 120 80" aria-hidden="true" focusable="false"><path class="t-a1" d="M8 72h104"/><path class="t-a2" d="M60 66C44 48 36 37 36 27a24 24 0 0 1 48 0c0 10-8 21-24 39z"/><path class="t-a3" d="m48 28 9 9 16-18"/></svg>""";
    private const string Nothing =
        """<svg class="t-empty__art" viewBox="0 0 120 80" aria-hidden="true" focusable="false"><path class="t-a1" d="M8 72h104"/><circle class="t-a2" cx="54" cy="34" r="24"/><path class="t-a3" d="m71 51 16 16"/></svg>""";

    public required string Title { get; set; }

    /// <summary><c>done</c>: nothing left to do. <c>none</c>: nothing was found. Without it there is no picture.</summary>
    public string? Art { get; set; }

    /// <summary>The level of the heading.</summary>
    public int Level { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "div";
        output.AddClasses("t-empty");
        output.Content.AppendHtml(
            Art switch
            {
                "done" => new HtmlString(Done),
                "none" => new HtmlString(Nothing),
                null => HtmlString.Empty,
                _ => throw new InvalidOperationException($"'{Art}' is not a picture of t-empty; known are: done, none"),
            }
        );
        output.Content.AppendHtml(Markup.Element("h" + Level.ToString(CultureInfo.InvariantCulture), "t-h2", Title));
        output.Content.AppendHtml(words);
    }
}
