using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Terecht.Modules.Access.Contracts;
using Terecht.Tests.Modules.Promises;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Architecture;

/// <summary>Under our policy nothing inline runs or paints. What would be blocked is not written either.</summary>
public sealed partial class NoInlineTests
{
    [Fact]
    public void Pages_write_no_inline_script_or_style()
    {
        var pages = Checkout.Files("src", ".cshtml");

        pages.Count.ShouldBeGreaterThan(5);
        pages.SelectMany(p => WrongIn(Checkout.Read(p)).Select(w => $"{p}: {w}")).ShouldBeEmpty();
    }

    /// <summary>Tag helpers write their HTML as texts, and name attributes as texts.</summary>
    [Fact]
    public void Code_writes_no_inline_script_or_style()
    {
        var texts =
            from type in Compiled.Ui.Concat(Compiled.Program)
            where Place.Of(type) is not null
            from text in Compiled.TextsIn(type)
            select (Where: Compiled.Outermost(type).FullName, Text: text);
        var list = texts.ToList();

        list.Count.ShouldBeGreaterThan(500);
        list.Where(t => t.Text.Contains('<'))
            .SelectMany(t => WrongIn(t.Text).Select(w => $"{t.Where}: {w}"))
            .ShouldBeEmpty();
        list.Where(t => AttributeName().IsMatch(t.Text)).Select(t => $"{t.Where}: {t.Text}").ShouldBeEmpty();
    }

    /// <summary>Ours alone: what is vendored runs behind its Trusted Types policy.</summary>
    [Fact]
    public void Scripts_make_no_code_or_markup_from_text()
    {
        var scripts = Checkout.Files("src/Terecht/wwwroot/js", ".js");

        scripts.ShouldNotBeEmpty();
        scripts.SelectMany(s => FromText().Matches(Checkout.Read(s)).Select(m => $"{s}: {m.Value}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<p style=\"color: red\">", 1)]
    [InlineData("<p class=\"a\" STYLE='x'>", 1)]
    [InlineData("<a onclick=\"go()\">", 1)]
    [InlineData("<a hx-on:click=\"go()\">", 1)]
    [InlineData("<a href=\"javascript:go()\">", 1)]
    [InlineData("<style>p {}</style>", 1)]
    [InlineData("<script>go()</script>", 1)]
    [InlineData("<script src=\"~/js/x.js\"></script>", 1)]
    [InlineData("<script nonce=\"@nonce\">go()</script>", 1)]
    [InlineData("<script nonce=\"@nonce\" type=\"module\" src=\"~/js/x.js\"></script>", 0)]
    [InlineData(
        "<link rel=\"stylesheet\" href=\"~/css/x.css\"><p data-on=\"x\" lang=\"nl\">on = \"x\"; the style = ours</p>",
        0
    )]
    public void The_scanner_sees_what_is_inline(string html, int count) => WrongIn(html).Count().ShouldBe(count);

    [Fact]
    public async Task The_policy_lets_scripts_run_by_nonce_alone()
    {
        await using var app = await App.StartAsync();
        using var client = app.CreateClient();
        var answer = await client.GetAsync(
            new Uri("/health/live", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        var policy = answer
            .Headers.GetValues("Content-Security-Policy")
            .Single()
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(d => d.Split(' ')[0], d => d.Split(' ')[1..]);

        policy["default-src"].ShouldBe(["'none'"]);
        policy["script-src"].ShouldHaveSingleItem().ShouldStartWith("'nonce-");
        policy["style-src"].ShouldBe(["'self'"]);
        policy["require-trusted-types-for"].ShouldBe(["'script'"]);
        policy["frame-ancestors"].ShouldBe(["'none'"]);
        policy["base-uri"].ShouldBe(["'none'"]);
        string[] loose = ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'strict-dynamic'", "*", "https:"];
        policy.SelectMany(d => d.Value).Intersect(loose).ShouldBeEmpty();
    }

    /// <summary>What a browser gets, from every page that opens, with a call and a promise on it.</summary>
    [Fact]
    public async Task Answered_pages_hold_nothing_inline()
    {
        var world = await World.StartAsync();
        await using var app = world.App;
        var made = await Made.InAsync(world);
        var everything = await Given.StaffAsync(app, [.. Roles.List.Select(r => r.Code)], [world.Taxes]);
        using var browser = await Given.SignedInAsync(app, everything);
        var addresses = Doors
            .Of(app)
            .Where(d => d.IsPage)
            .Select(d => d.Path)
            .Concat(["/werkplek/bel?nummer=06-12345678&via=14099", $"/werkvoorraad/{made.Id}"]);

        var read = 0;
        foreach (var address in addresses)
        {
            var page = await browser.GetAsync(address);
            read += page.Document.QuerySelector("main") is null ? 0 : 1;
            var nonces = Nonce().Match(string.Concat(page.Response.Headers.GetValues("Content-Security-Policy")));
            page.All("*").SelectMany(e => WrongOn(e, nonces.Groups["nonce"].Value)).ShouldBeEmpty(address);
        }
        read.ShouldBeGreaterThan(3);
    }

    private static IEnumerable<string> WrongOn(IElement element, string nonce)
    {
        foreach (var attribute in element.Attributes)
        {
            if (AttributeName().IsMatch(attribute.Name))
            {
                yield return $"{attribute.Name} on <{element.LocalName}>";
            }
            if (attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{attribute.Value} on <{element.LocalName}>";
            }
        }
        if (element.LocalName == "style")
        {
            yield return "<style>";
        }
        if (
            element.LocalName == "script"
            && (
                element.GetAttribute("nonce") != nonce || !element.HasAttribute("src") || element.TextContent.Length > 0
            )
        )
        {
            yield return element.OuterHtml;
        }
    }

    private static IEnumerable<string> WrongIn(string html) =>
        Inline()
            .Matches(html)
            .Concat(Script().Matches(html).Where(s => !s.Value.Contains("nonce=") || !s.Value.Contains("src=")))
            .Select(m => m.Value.Trim());

    [GeneratedRegex(
        """<style\b|(?<=<[^<>]*\s)(style|on[a-z]+|hx-on[a-z:\-]*)\s*=\s*["'@]|["'(\s=]javascript:""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Inline();

    [GeneratedRegex("<script\\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex(
        "^(style|hx-on.*|on(click|change|input|submit|load|error|focus|blur|key(up|down|press)|mouse[a-z]+|pointer[a-z]+|toggle))$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AttributeName();

    [GeneratedRegex(
        """\beval\s*\(|\bnew\s+Function\b|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|setAttribute\(\s*["'](style|on)""",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex FromText();

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'")]
    private static partial Regex Nonce();
}
