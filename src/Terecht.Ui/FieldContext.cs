using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Terecht.Ui;

/// <summary>What a field tells the control inside it.</summary>
internal sealed record FieldContext(string Id, string? DescribedBy, bool Wrong)
{
    /// <summary>The id that <c>asp-for</c> gives to a control with this full name.</summary>
    public static string IdOf(string fullName) => TagBuilder.CreateSanitizedId(fullName, "_");

    /// <summary>The name of a model expression as it is posted, with the prefix of a partial.</summary>
    public static string? FullName(ModelExpression? expression, ViewContext? view) =>
        expression is null ? null
        : view is null ? expression.Name
        : view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);

    /// <summary>The first message of ModelState about this name, or null.</summary>
    public static string? MessageFor(string? fullName, ViewContext? view) =>
        fullName is not null
        && view is not null
        && view.ViewData.ModelState.TryGetValue(fullName, out var entry)
        && entry.ValidationState == ModelValidationState.Invalid
            ? entry.Errors.Select(error => error.ErrorMessage).FirstOrDefault(message => message.Length > 0)
            : null;
}
