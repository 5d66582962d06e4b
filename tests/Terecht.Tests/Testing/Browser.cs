using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Terecht.Tests.Testing;

/// <summary>
/// Somebody with a browser without script: keeps cookies, follows redirects, reads pages, fills in forms. Everything goes
/// through the whole program.
/// </summary>
internal sealed class Browser : IDisposable
{
    private const int MostRedirects = 10;
    private readonly HttpClient? _elsewhere;

    /// <param name="elsewhere">For addresses outside the program, such as an identity provider; without it the browser stops there.</param>
    public Browser(App app, HttpClient? elsewhere = null)
    {
        _elsewhere = elsewhere;
        Client = app.IsServed
            ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address }
            : app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <summary>For what is no page: it has the same cookies, and follows no redirects.</summary>
    public HttpClient Client { get; }

    public Task<Page> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, Absolute(path)));

    /// <summary>Posts fields as they are given: no token, no hidden field. To post a form of a page, use <see cref="Page.Form"/>.</summary>
    public Task<Page> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Post, Absolute(path))
            {
                Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
            }
        );

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        var ct = TestContext.Current.CancellationToken;
        var passed = new List<Uri>();
        while (true)
        {
            var at = request.RequestUri!;
            passed.Add(at);
            var client = IsOurs(at) ? Client : _elsewhere;
            if (client is null)
            {
                return await Page.ReadAsync(this, new HttpResponseMessage(HttpStatusCode.OK), at, passed);
            }
            var response = await client.SendAsync(request, ct);
            if (response.Headers.Location is not { } next || passed.Count > MostRedirects)
            {
                // A client of a real server follows redirects by itself.
                return await Page.ReadAsync(this, response, response.RequestMessage?.RequestUri ?? at, passed);
            }
            request = new HttpRequestMessage(HttpMethod.Get, new Uri(at, next));
        }
    }

    private bool IsOurs(Uri at) => at.GetLeftPart(UriPartial.Authority) == Ours.GetLeftPart(UriPartial.Authority);

    private Uri Ours => Client.BaseAddress!;

    private Uri Absolute(string path) => new(Ours, path);

    public void Dispose()
    {
        Client.Dispose();
        _elsewhere?.Dispose();
    }
}

/// <summary>A page as it was answered.</summary>
internal sealed partial class Page
{
    private readonly Browser _browser;

    private Page(Browser browser, HttpResponseMessage response, Uri url, IReadOnlyList<Uri> passed, IDocument document)
    {
        _browser = browser;
        Response = response;
        Url = url;
        Passed = passed;
        Document = document;
    }

    public HttpResponseMessage Response { get; }
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where the browser ended.</summary>
    public Uri Url { get; }

    /// <summary>Every address on the way, this one last.</summary>
    public IReadOnlyList<Uri> Passed { get; }

    public IDocument Document { get; }

    /// <summary>Path and query of where the browser ended.</summary>
    public string Path => Url.PathAndQuery;

    /// <summary>The words on the page, white space made single.</summary>
    public string Text => Words(Document.Body);

    /// <summary>The words of the one element; fails when there is none.</summary>
    public string TextOf(string selector) => Words(Find(selector));

    public IElement Find(string selector) =>
        Document.QuerySelector(selector)
        ?? throw new ShouldAssertException($"No '{selector}' on {Path} ({(int)Status}): {Text}");

    public IReadOnlyList<IElement> All(string selector) => [.. Document.QuerySelectorAll(selector)];

    /// <summary>A form to fill in; hidden fields and the token come along by themselves.</summary>
    public Form Form(string selector = "main form") => new(_browser, this, (IHtmlFormElement)Find(selector));

    /// <summary>Follows the one link that holds these words.</summary>
    public Task<Page> FollowAsync(string words) =>
        _browser.GetAsync(
            ((IHtmlAnchorElement)All("a").Single(a => Words(a).Contains(words, StringComparison.Ordinal))).Href
        );

    public static async Task<Page> ReadAsync(
        Browser browser,
        HttpResponseMessage response,
        Uri url,
        IReadOnlyList<Uri> passed
    )
    {
        var ct = TestContext.Current.CancellationToken;
        var html = await response.Content.ReadAsStringAsync(ct);
        var document = await BrowsingContext.New().OpenAsync(r => r.Content(html).Address(url), ct);
        return new Page(browser, response, url, passed, document);
    }

    internal static string Words(INode? node) => Space().Replace(node?.TextContent ?? "", " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}

/// <summary>A form of a page, filled in field by field as a person would.</summary>
internal sealed class Form(Browser browser, Page page, IHtmlFormElement form)
{
    /// <summary>Types or chooses a value in a field: text, select, radio, checkbox ("true" ticks it). Fails when the form has no such field or choice.</summary>
    public Form With(string name, string value)
    {
        var fields = form.Elements.Where(e => e.GetAttribute("name") == name).ToList();
        fields.ShouldNotBeEmpty($"The form on {page.Path} has no field '{name}'.");
        switch (fields.Find(f => f is not IHtmlInputElement { Type: "hidden" }) ?? fields[0])
        {
            case IHtmlInputElement { Type: "radio" }:
                var choices = fields.OfType<IHtmlInputElement>().ToList();
                var choice = choices
                    .Find(f => f.Value == value && !f.IsDisabled)
                    .ShouldNotBeNull($"'{name}' cannot be '{value}' on {page.Path}.");
                // One of a group; the document itself lets go of the others only inside the form element.
                choices.ForEach(c => c.IsChecked = c == choice);
                break;
            case IHtmlInputElement { Type: "checkbox" } box:
                box.IsChecked = value is "true" or "on" || value == box.Value;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                select.Options.ShouldContain(o => o.Value == value, $"'{name}' cannot be '{value}' on {page.Path}.");
                select.Value = value;
                break;
            default:
                throw new ShouldAssertException($"'{name}' on {page.Path} cannot be filled in.");
        }
        return this;
    }

    /// <summary>What stands in a field now.</summary>
    public string? ValueOf(string name) =>
        form.Elements.Single(e => e.GetAttribute("name") == name) switch
        {
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value,
            _ => null,
        };

    /// <summary>Sends the form where it leads by itself, or presses the button that holds these words.</summary>
    public Task<Page> SubmitAsync(string? button = null) => browser.SendAsync(Request(button));

    /// <summary>Presses a button and looks at the bare answer; redirects are not followed.</summary>
    public Task<HttpResponseMessage> SendAsync(string? button = null) =>
        browser.Client.SendAsync(Request(button), TestContext.Current.CancellationToken);

    /// <summary>What belongs to the form by its attribute and stands elsewhere on the page: AngleSharp does not send that by itself.</summary>
    private void TakeIn()
    {
        foreach (var field in form.Elements.Where(e => !form.Contains(e)).ToList())
        {
            form.AppendChild(field);
        }
    }

    private HttpRequestMessage Request(string? button)
    {
        TakeIn();
        var buttons = form
            .Elements.Where(e => e is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" })
            .ToList();
        var pressed = button is null
            ? buttons.FirstOrDefault()
            : buttons
                .Find(b => Page.Words(b).Contains(button, StringComparison.Ordinal))
                .ShouldNotBeNull($"The form on {page.Path} has no button '{button}'.");
        var sent = (pressed is null ? form.GetSubmission() : form.GetSubmission(pressed)).ShouldNotBeNull();
        // AngleSharp leaves aside that a button may lead elsewhere.
        var elsewhere = button is null ? null : pressed?.GetAttribute("formaction");
        var request = new HttpRequestMessage(
            sent.Method == AngleSharp.Io.HttpMethod.Post ? HttpMethod.Post : HttpMethod.Get,
            new Uri(page.Url, elsewhere ?? sent.Target.Href)
        );
        if (request.Method == HttpMethod.Post)
        {
            request.Content = new StreamContent(sent.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", sent.MimeType);
        }
        return request;
    }
}
