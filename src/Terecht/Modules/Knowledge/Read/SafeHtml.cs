using Ganss.Xss;
using Markdig;

namespace Terecht.Modules.Knowledge.Read;

/// <summary>
/// Markdown of an article as HTML that is safe on any page. Only the elements an answer needs are left: no pictures, forms,
/// styles or ids, so that a text from elsewhere can neither follow a reader nor imitate the page around it.
/// </summary>
internal static class SafeHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .DisableHtml()
        .Build();

    private static readonly HtmlSanitizer Sanitizer = Tightened();

    public static string FromMarkdown(string markdown) =>
        Sanitizer.Sanitize(Markdown.ToHtml(Amounts.Unbroken(markdown), Pipeline));

    private static HtmlSanitizer Tightened()
    {
        var sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
                {
                    "p",
                    "br",
                    "hr",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "strong",
                    "em",
                    "del",
                    "code",
                    "pre",
                    "blockquote",
                    "a",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                },
                AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start" },
                AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
                {
                    "https",
                    "http",
                    "mailto",
                    "tel",
                },
                UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
                AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
            }
        );
        sanitizer.KeepChildNodes = true;
        return sanitizer;
    }
}
