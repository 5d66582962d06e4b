using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Terecht.Tests.Ui;

/// <summary>What holds for every file under wwwroot, and for every page that uses them.</summary>
public partial class AssetTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Assets = Path.Combine(Root, "src", "Terecht", "wwwroot");

    [Fact]
    public void Every_file_of_others_is_the_one_we_took()
    {
        var vendor = Path.Combine(Assets, "vendor");
        var sums = File.ReadAllLines(Path.Combine(vendor, "SHA256SUMS"))
            .Select(line => line.Split("  ", 2))
            .ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
        var files = Directory
            .GetFiles(vendor)
            .Select(Path.GetFileName)
            .Where(file => file is not ("SHA256SUMS" or "README.md"));
        sums.Keys.Order(StringComparer.Ordinal).ShouldBe(files.OfType<string>().Order(StringComparer.Ordinal));
        foreach (var (file, sum) in sums)
        {
            var hash = SHA256.HashData(File.ReadAllBytes(Path.Combine(vendor, file)));
            Convert.ToHexStringLower(hash).ShouldBe(sum, file);
        }
    }

    [Fact]
    public void Components_read_roles_and_never_a_colour_of_their_own()
    {
        foreach (var file in Stylesheets().Where(file => Path.GetFileName(file) is not ("theme.css" or "roles.css")))
        {
            HexColour().Matches(Comment().Replace(File.ReadAllText(file), "")).ShouldBeEmpty(file);
        }
    }

    [Fact]
    public void Every_stylesheet_is_small_and_in_the_order_that_the_page_authors_read()
    {
        var order = StylesheetLink()
            .Matches(File.ReadAllText(Path.Combine(Root, "docs", "ui.md")))
            .Select(match => match.Groups[1].Value)
            .ToList();
        order
            .Order(StringComparer.Ordinal)
            .ShouldBe(Stylesheets().Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal));
        order[^1].ShouldBe("modes.css");
        foreach (var file in Stylesheets())
        {
            File.ReadAllLines(file).Length.ShouldBeLessThan(350, file);
        }
    }

    [Fact]
    public void Every_class_and_icon_that_a_page_names_exists()
    {
        var classes = ClassSelector()
            .Matches(string.Concat(Stylesheets().Select(File.ReadAllText)))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        var icons = SymbolId()
            .Matches(File.ReadAllText(Path.Combine(Assets, "icons.svg")))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var page in Directory.GetFiles(Path.Combine(Root, "src"), "*.cshtml", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(page);
            var used = ClassAttribute()
                .Matches(text)
                .SelectMany(match => match.Groups[1].Value.Split(' '))
                .Where(one => PlainClass().IsMatch(one) && !classes.Contains(one));
            var drawn = IconName()
                .Matches(text)
                .Select(match => match.Groups[1].Value)
                .Where(one => !icons.Contains(one));
            unknown.AddRange(used.Concat(drawn).Select(one => $"{Path.GetFileName(page)}: {one}"));
        }

        unknown.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void No_page_has_a_style_or_a_script_inside_it()
    {
        foreach (var page in Directory.GetFiles(Path.Combine(Root, "src"), "*.cshtml", SearchOption.AllDirectories))
        {
            Inline().Matches(File.ReadAllText(page)).ShouldBeEmpty(page);
        }
    }

    private static string[] Stylesheets() => Directory.GetFiles(Path.Combine(Assets, "css"), "*.css");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Terecht.slnx")))
        {
            folder =
                folder.Parent ?? throw new InvalidOperationException("Terecht.slnx is above no folder of the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("#[0-9a-fA-F]{3,8}\\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HexColour();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex("href=\"~/css/([a-z-]+\\.css)\"", RegexOptions.None, 1000)]
    private static partial Regex StylesheetLink();

    [GeneratedRegex(@"\.(t-[A-Za-z0-9_-]+)", RegexOptions.None, 1000)]
    private static partial Regex ClassSelector();

    [GeneratedRegex("<symbol id=\"([a-z-]+)\"", RegexOptions.None, 1000)]
    private static partial Regex SymbolId();

    [GeneratedRegex("\\bclass=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex ClassAttribute();

    [GeneratedRegex("^t-[A-Za-z0-9_-]*[A-Za-z0-9]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainClass();

    [GeneratedRegex("<t-icon name=\"([a-z-]+)\"", RegexOptions.None, 1000)]
    private static partial Regex IconName();

    /// <summary>A style attribute, a style element, an on… handler, hx-on, or a script without an address.</summary>
    [GeneratedRegex(
        "\\sstyle=\"|<style\\b|\\son[a-z]+=\"|\\shx-on|<script(?![^>]*\\bsrc=)[^>]*>",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Inline();
}
