using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Ui;

/// <summary>
/// <c>&lt;t-avatar name="Fatma Öztürk" presence="in" /&gt;</c>: initials with presence as a shape. Hidden from readers: the page says
/// name and presence in words beside it.
/// </summary>
[HtmlTargetElement("t-avatar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AvatarTagHelper : TagHelper
{
    public string? Name { get; set; }

    /// <summary>Instead of the ones that follow from the name.</summary>
    public string? Initials { get; set; }

    /// <summary><c>in</c>, <c>busy</c>, <c>out</c>, or <c>none</c>: nobody.</summary>
    public string? Presence { get; set; }

    /// <summary><c>s</c> or <c>l</c>.</summary>
    public string? Size { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClasses(
            "t-avatar",
            Markup.Modifier("t-avatar", Presence, "in", "busy", "out", "none"),
            Markup.Modifier("t-avatar", Size, "s", "l")
        );
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetContent(Initials ?? InitialsOf(Name));
    }

    /// <summary>First letter of the first and of the last word: Hanneke de Boer is HB; quotes are no letters. Nobody is a question mark.</summary>
    internal static string InitialsOf(string? name)
    {
        string[] words =
        [
            .. (name ?? "")
                .Split(' ')
                .Select(word => string.Concat(word.SkipWhile(c => !char.IsLetterOrDigit(c))))
                .Where(word => word.Length > 0),
        ];
        return words.Length switch
        {
            0 => "?",
            1 => First(words[0]),
            _ => First(words[0]) + First(words[^1]),
        };
    }

    private static string First(string word) =>
        StringInfo.GetNextTextElement(word).ToUpper(CultureInfo.InvariantCulture);
}
