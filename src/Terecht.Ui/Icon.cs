using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Terecht.Ui;

/// <summary>A symbol of the sprite <c>icons.svg</c>, hidden from assistive technology: it always stands beside a word.</summary>
internal static class Icon
{
    private const string Sprite = "icons.svg";

    /// <param name="name">The id of the symbol.</param>
    /// <param name="classes">Classes beside <c>t-icon</c>, or null.</param>
    /// <param name="view">Where the page runs: gives the address of the sprite with its fingerprint; null in a bare test.</param>
    public static IHtmlContent Svg(string name, string? classes, ViewContext? view)
    {
        var own = string.IsNullOrEmpty(classes) ? "t-icon" : "t-icon " + HtmlEncoder.Default.Encode(classes);
        return new HtmlString($"""<svg class="{own}" aria-hidden="true" focusable="false">{Use(name, view)}</svg>""");
    }

    public static string Use(string name, ViewContext? view) =>
        $"""<use href="{Address(view)}#{HtmlEncoder.Default.Encode(name)}"></use>""";

    private static readonly ConcurrentDictionary<(string Base, string Url), string> Addresses = new();

    private static string Address(ViewContext? view)
    {
        var http = view?.HttpContext;
        var assets = http?.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return Addresses.GetOrAdd(
            (http?.Request.PathBase.Value ?? "", assets?[Sprite] ?? Sprite),
            key => HtmlEncoder.Default.Encode($"{key.Base}/{key.Url}")
        );
    }
}
