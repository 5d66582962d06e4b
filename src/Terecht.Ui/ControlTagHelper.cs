using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>
/// Wires a control inside <c>t-field</c>: id, description, validity, and the classes of the library.
/// Outside a field it does nothing. Runs after <c>asp-for</c>, so that name, id and value are there.
/// </summary>
[HtmlTargetElement("input", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select")]
[HtmlTargetElement("textarea")]
public sealed class ControlTagHelper : TagHelper
{
    private static readonly string[] WithoutBox = ["hidden", "checkbox", "radio", "submit", "button", "file"];

    public override int Order => 100;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (
            !context.Items.TryGetValue(typeof(FieldContext), out var found)
            || found is not FieldContext field
            || string.Equals(TypeOf(output), "hidden", StringComparison.OrdinalIgnoreCase)
        )
        {
            return;
        }

        output.Attributes.SetAttribute("id", field.Id);
        if (field.DescribedBy is not null)
        {
            output.Attributes.SetAttribute("aria-describedby", field.DescribedBy);
        }

        if (field.Wrong)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }

        if (WithoutBox.Contains(TypeOf(output), StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        var kind = context.TagName.ToUpperInvariant() switch
        {
            "SELECT" => "utrecht-select utrecht-select--html-select",
            "TEXTAREA" => "utrecht-textarea utrecht-textarea--html-textarea",
            _ => "utrecht-textbox utrecht-textbox--html-input",
        };
        output.AddClasses(kind);
    }

    private static string TypeOf(TagHelperOutput output) => output.Attributes["type"]?.Value?.ToString() ?? "text";
}
