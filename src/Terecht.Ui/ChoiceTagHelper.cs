using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>What a choice tells the options inside it.</summary>
/// <param name="Autofocus">The chosen option has the focus when the page opens.</param>
internal sealed record ChoiceContext(string Name, string Id, string? Value, bool Autofocus)
{
    /// <summary>True once an option carries the id itself, so that a link to the field finds the first one.</summary>
    public bool HasFirst { get; set; }
}

/// <summary>
/// <c>&lt;t-choice for="Outcome" label="Uitkomst" layout="four"&gt;</c> with <c>t-option</c>s: a radio group that looks like keys.
/// </summary>
[HtmlTargetElement("t-choice", Attributes = "label")]
public sealed class ChoiceTagHelper : TagHelper
{
    public ModelExpression? For { get; set; }

    /// <summary>The name to post under when there is no model.</summary>
    public string? Name { get; set; }

    /// <summary>The chosen value when there is no model.</summary>
    public string? Value { get; set; }

    public required string Label { get; set; }

    /// <summary>Hides the label from sight, for a group whose heading says the same.</summary>
    public bool LabelHidden { get; set; }

    /// <summary><c>four</c>, <c>join</c>, <c>stack</c>, <c>wide</c>, or several with a space between.</summary>
    public string? Layout { get; set; }

    public string? Help { get; set; }

    /// <summary>The chosen option has the focus when the page opens: arrows choose another.</summary>
    public bool Autofocus { get; set; }

    public string? Error { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext? View { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name =
            Name
            ?? FieldContext.FullName(For, View)
            ?? throw new InvalidOperationException("A t-choice needs for or name.");
        var id = FieldContext.IdOf(name);
        context.Items[typeof(ChoiceContext)] = new ChoiceContext(name, id, Chosen(name), Autofocus);
        var options = await output.GetChildContentAsync();
        // An expression that is null arrives as an empty text.
        var message = string.IsNullOrEmpty(Error) ? FieldContext.MessageFor(name, View) : Error;

        output.TagName = "fieldset";
        output.AddClasses("t-field", message is null ? null : "t-field--wrong");
        var described = string.Join(
            ' ',
            new[] { message is null ? null : id + "-fout", Help is null ? null : id + "-hulp" }.OfType<string>()
        );
        if (described.Length > 0)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        output.Content.AppendHtml(
            Markup.Element("legend", LabelHidden ? "t-sr" : "utrecht-form-label t-legend", Label)
        );
        if (message is not null)
        {
            output.Content.AppendHtml(FieldTagHelper.Message(message, id, View));
        }

        output.Content.AppendHtml(Markup.Element("div", Classes()).With(options));
        if (Help is not null)
        {
            output.Content.AppendHtml(Markup.Element("p", "t-field__help", Help).Having("id", id + "-hulp"));
        }
    }

    /// <summary>What was posted goes before what the model holds: a wrong form comes back as it was sent.</summary>
    private string? Chosen(string name) =>
        View is not null
        && View.ViewData.ModelState.TryGetValue(name, out var entry)
        && entry.AttemptedValue is { } posted
            ? posted
            : Value ?? Convert.ToString(For?.Model, CultureInfo.InvariantCulture);

    private string Classes() =>
        (Layout ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(
                "t-choice",
                (all, word) => $"{all} {Markup.Modifier("t-choice", word, "four", "join", "stack", "wide")}"
            );
}
