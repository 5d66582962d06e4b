using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>The few writing habits that the tag helpers share.</summary>
internal static class Markup
{
    /// <summary>Puts these classes before the ones the page wrote on the element itself.</summary>
    public static void AddClasses(this TagHelperOutput output, params ReadOnlySpan<string?> classes)
    {
        var all = new List<string>();
        foreach (var one in classes)
        {
            if (!string.IsNullOrEmpty(one))
            {
                all.Add(one);
            }
        }

        if (Own(output.Attributes["class"]?.Value) is { Length: > 0 } own)
        {
            all.Add(own);
        }

        output.Attributes.SetAttribute("class", string.Join(' ', all));
    }

    /// <summary>What another tag helper made of the attribute knows how to write itself, and nothing else.</summary>
    private static string? Own(object? value)
    {
        if (value is not IHtmlContent written)
        {
            return value?.ToString();
        }

        using var writer = new StringWriter();
        written.WriteTo(writer, NullHtmlEncoder.Default);
        return writer.ToString();
    }

    /// <summary>An element with a class and encoded text.</summary>
    public static TagBuilder Element(string tag, string? classes, string? text = null)
    {
        var element = new TagBuilder(tag);
        if (classes is not null)
        {
            element.AddCssClass(classes);
        }

        if (text is not null)
        {
            element.InnerHtml.Append(text);
        }

        return element;
    }

    public static TagBuilder With(this TagBuilder element, params ReadOnlySpan<IHtmlContent?> children)
    {
        foreach (var child in children)
        {
            if (child is not null)
            {
                element.InnerHtml.AppendHtml(child);
            }
        }

        return element;
    }

    public static TagBuilder Having(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null)
        {
            element.MergeAttribute(attribute, value, replaceExisting: true);
        }

        return element;
    }

    /// <summary>A modifier class for a known word; an unknown word is a mistake of the page and says so.</summary>
    public static string? Modifier(string block, string? word, params ReadOnlySpan<string> known)
    {
        if (string.IsNullOrEmpty(word))
        {
            return null;
        }

        return known.Contains(word)
            ? $"{block}--{word}"
            : throw new ArgumentException(
                $"'{word}' is not known to {block}; known are: {string.Join(", ", known.ToArray())}",
                nameof(word)
            );
    }
}
