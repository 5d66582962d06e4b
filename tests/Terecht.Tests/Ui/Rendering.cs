using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Terecht.Tests.Ui;

/// <summary>Runs tag helpers as Razor does, one inside the other.</summary>
internal static class Rendering
{
    public static ViewContext View(ModelStateDictionary? state = null)
    {
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), state ?? new ModelStateDictionary());
        return new ViewContext { ViewData = data, HttpContext = new DefaultHttpContext() };
    }

    public static ModelExpression Expression(string name, string? value = null)
    {
        var metadata = new EmptyModelMetadataProvider();
        return new ModelExpression(name, metadata.GetModelExplorerForType(typeof(string), value));
    }

    /// <summary>The HTML of one tag with text inside.</summary>
    public static Task<string> Render(TagHelper helper, string tag, string content = "") =>
        Render(helper, tag, [], _ => Task.FromResult(content));

    public static async Task<string> Render(
        TagHelper helper,
        string tag,
        TagHelperAttributeList attributes,
        Func<IDictionary<object, object>, Task<string>> content
    )
    {
        var items = new Dictionary<object, object>();
        return await Render(helper, tag, attributes, content, items);
    }

    public static async Task<string> Render(
        TagHelper helper,
        string tag,
        TagHelperAttributeList attributes,
        Func<IDictionary<object, object>, Task<string>> content,
        IDictionary<object, object> items
    )
    {
        var context = new TagHelperContext(tag, attributes, items, "1");
        var output = new TagHelperOutput(
            tag,
            attributes,
            async (_, _) => new DefaultTagHelperContent().SetHtmlContent(await content(items))
        );
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        if (!output.IsContentModified && output.TagName is not null)
        {
            output.Content.SetHtmlContent(await output.GetChildContentAsync());
        }

        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
