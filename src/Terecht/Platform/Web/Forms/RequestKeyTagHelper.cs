using Microsoft.AspNetCore.Razor.TagHelpers;
using Terecht.Platform.Time;

namespace Terecht.Platform.Web.Forms;

/// <summary><c>&lt;request-key /&gt;</c>: the hidden field that makes a form safe to send twice. Give <c>value</c> to keep one over a failed post.</summary>
[HtmlTargetElement("request-key", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RequestKeyTagHelper(TimeProvider clock) : TagHelper
{
    public Guid? Value { get; set; }

    /// <summary>The name of the field where the form's model wants another one.</summary>
    public string Name { get; set; } = "RequestKey";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var key = Value is { } kept && kept != Guid.Empty ? kept : clock.NewId();
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Name);
        output.Attributes.SetAttribute("value", key.ToString());
    }
}
