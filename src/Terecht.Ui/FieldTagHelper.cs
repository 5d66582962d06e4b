using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>
/// <c>&lt;t-field for="Phone" label="Telefoonnummer" help="…"&gt;control&lt;/t-field&gt;</c>: label, help, message and control, wired together.
/// The one control inside gets its id, its description, its validity and the classes of the library from <see cref="ControlTagHelper"/>.
/// </summary>
[HtmlTargetElement("t-field", Attributes = "label")]
public sealed class FieldTagHelper : TagHelper
{
    /// <summary>The property of the model; without it give <see cref="Id"/>.</summary>
    public ModelExpression? For { get; set; }

    public required string Label { get; set; }

    public string? Help { get; set; }

    /// <summary>In dense forms the help stands under the control.</summary>
    public bool HelpBelow { get; set; }

    /// <summary>A message instead of the one in ModelState.</summary>
    public string? Error { get; set; }

    public bool Optional { get; set; }

    public string OptionalText { get; set; } = "(mag leeg)";

    /// <summary>Who alone reads this; shows the lock at the end of the label's line.</summary>
    public string? Internal { get; set; }

    /// <summary>Ids of further descriptions on the page.</summary>
    public string? DescribedBy { get; set; }

    /// <summary>The id of the control when there is no model.</summary>
    public string? Id { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = FieldContext.FullName(For, View);
        var id = Id ?? (name is null ? "veld-" + context.UniqueId : FieldContext.IdOf(name));
        // An expression that is null arrives as an empty text.
        var message = string.IsNullOrEmpty(Error) ? FieldContext.MessageFor(name, View) : Error;
        var ids = new[]
        {
            message is null ? null : id + "-fout",
            Help is null ? null : id + "-hulp",
            Internal is null ? null : id + "-wie",
            DescribedBy,
        };
        var described = string.Join(' ', ids.Where(one => !string.IsNullOrEmpty(one)));
        context.Items[typeof(FieldContext)] = new FieldContext(
            id,
            described.Length > 0 ? described : null,
            message is not null
        );

        var control = await output.GetChildContentAsync();
        output.TagName = "div";
        output.AddClasses("t-field", message is null ? null : "t-field--wrong");
        output.Content.AppendHtml(LabelLine(id));
        if (!HelpBelow)
        {
            AppendHelp(output.Content, id);
        }

        if (message is not null)
        {
            output.Content.AppendHtml(Message(message, id, View));
        }

        output.Content.AppendHtml(control);
        if (HelpBelow)
        {
            AppendHelp(output.Content, id);
        }
    }

    /// <summary>The message above a control, with its icon.</summary>
    internal static IHtmlContent Message(string message, string id, ViewContext? view) =>
        Markup
            .Element("p", "t-field__error")
            .Having("id", id + "-fout")
            .With(Icon.Svg("stop", null, view), Markup.Element("span", null, message));

    private TagBuilder LabelLine(string id)
    {
        var label = Markup.Element("label", "utrecht-form-label", Label).Having("for", id);
        if (Optional)
        {
            label.InnerHtml.Append(" ");
            label.InnerHtml.AppendHtml(Markup.Element("span", "t-field__optional", OptionalText));
        }

        return Internal is null
            ? label
            : Markup
                .Element("div", "t-row t-row--between")
                .With(
                    label,
                    Markup
                        .Element("span", "t-internal__mark")
                        .Having("id", id + "-wie")
                        .With(Icon.Svg("lock", "t-icon--s", View), new HtmlString(Encode(Internal)))
                );
    }

    private void AppendHelp(TagHelperContent content, string id)
    {
        if (Help is not null)
        {
            content.AppendHtml(Markup.Element("p", "t-field__help", Help).Having("id", id + "-hulp"));
        }
    }

    private static string Encode(string text) => System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text);
}
