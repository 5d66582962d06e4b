using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Terecht.Tests.Architecture;

/// <summary>Public pages are complete in Dutch and in English: every word on them comes from a pair of text files.</summary>
public sealed partial class TextsTests
{
    /// <summary>The same in every language.</summary>
    private static readonly string[] Names = ["Terecht", "Nederlands", "English"];

    private static readonly string[] ReadAttributes = ["aria-label", "title", "alt", "placeholder"];
    private static readonly string[] ReadProperties = ["Label", "Help", "Heading", "Caption", "Text", "Title", "Note"];

    [Fact]
    public void Both_languages_have_the_same_keys_with_words_and_the_same_places()
    {
        var pairs = Pairs();

        pairs.Count.ShouldBeGreaterThan(0);
        pairs.SelectMany(p => Differences(Read(p.Nl), Read(p.En)).Select(d => $"{p.Nl}: {d}")).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_file_stands_alone() =>
        Checkout.Files("src", ".resx").Except(Pairs().SelectMany(p => new[] { p.Nl, p.En })).ShouldBeEmpty();

    [Fact]
    public void Every_text_that_is_asked_for_is_there_and_every_text_is_asked_for()
    {
        foreach (var (nl, _) in Pairs())
        {
            var keys = Read(nl).Select(t => t.Key).ToList();
            var code = Checkout.Files(Path.GetDirectoryName(nl)!, ".cs", ".cshtml").Select(Checkout.Read).ToList();
            var asked = code.SelectMany(c => Asked().Matches(c)).Select(m => m.Groups["key"].Value).ToHashSet();
            var beginnings = code.SelectMany(c => Beginning().Matches(c))
                .Select(m => m.Groups["key"].Value)
                .ToHashSet();
            // A key may be made of two texts: the name of a thing, and "_nth".
            var endings = code.SelectMany(c => Ending().Matches(c)).Select(m => m.Groups["key"].Value).ToHashSet();
            var named = code.SelectMany(c => Named().Matches(c)).Select(m => m.Groups["key"].Value).ToHashSet();

            asked.ShouldNotBeEmpty();
            asked.Except(keys).ShouldBeEmpty($"Not in {nl}.");
            keys.Where(k => !named.Contains(k))
                .Where(k => !beginnings.Any(b => k.StartsWith(b, StringComparison.Ordinal)))
                .Where(k => !endings.Any(e => k.EndsWith(e, StringComparison.Ordinal)))
                .ShouldBeEmpty($"Nobody asks for these of {nl}.");
        }
    }

    [Fact]
    public void Public_pages_hold_no_words_of_their_own()
    {
        var pages = Compiled.Program.Where(t => IsPublicPage(Compiled.Outermost(t).Name)).ToList();

        pages.Count.ShouldBeGreaterThan(5);
        pages.SelectMany(page => WordsOn(page).Select(w => $"{Compiled.Outermost(page).Name}: {w}")).ShouldBeEmpty();
        // The same reading on a page of the staff, which is Dutch.
        var staff = Compiled.Program.Where(t => Compiled.Outermost(t).Name == "Modules_Access_SignIn_SignIn");
        staff.SelectMany(WordsOn).ShouldContain("Wachtwoord");
    }

    [Theory]
    [InlineData("a=x {0}", "a=y {0}", 0)]
    [InlineData("a=x", "b=x", 2)]
    [InlineData("a=", "a=x", 1)]
    [InlineData("a=x {0} {1}", "a=y {1} {0}", 0)]
    [InlineData("a=x {0}", "a=y", 1)]
    public void A_difference_is_seen(string nl, string en, int count) =>
        Differences(Parse(nl), Parse(en)).Count().ShouldBe(count);

    private static bool IsPublicPage(string name) =>
        (
            name.StartsWith("Modules_Citizens_", StringComparison.Ordinal)
            // Where an administrator writes the texts of messages.
            && !name.StartsWith("Modules_Citizens_Templates_", StringComparison.Ordinal)
        ) || name.StartsWith("Modules_Shared_Error_", StringComparison.Ordinal);

    private static IEnumerable<string> WordsOn(TypeDefinition page) =>
        page.Methods.Where(m => m.HasBody).SelectMany(m => WordsIn(m).Concat(ReadAloud(m))).Distinct();

    /// <summary>Words between tags. A tag may be cut in pieces by what is computed in it; an attribute of a tag helper is no text.</summary>
    private static IEnumerable<string> WordsIn(MethodDefinition method)
    {
        var html = "";
        var inAttribute = false;
        foreach (var instruction in method.Body.Instructions)
        {
            var called = (instruction.Operand as MethodReference)?.Name;
            if (called is "BeginWriteTagHelperAttribute" or "EndWriteTagHelperAttribute")
            {
                inAttribute = called == "BeginWriteTagHelperAttribute";
            }
            if (called == "WriteLiteral" && !inAttribute && instruction.Previous.Operand is string literal)
            {
                html += literal;
            }
        }
        foreach (Match attribute in ReadAttribute().Matches(html))
        {
            html += $" {attribute.Groups["value"].Value}";
        }
        return WordsOf(Tag().Replace(html, " "));
    }

    /// <summary>Plain texts in attributes that readers would hear: given to a tag helper, or written beside what is computed.</summary>
    private static IEnumerable<string> ReadAloud(MethodDefinition method)
    {
        var attribute = "";
        foreach (var instruction in method.Body.Instructions)
        {
            var next = instruction.Next?.Operand as MethodReference;
            if (instruction.Operand is MethodReference { Name: "BeginWriteAttribute" })
            {
                attribute = (string)Back(instruction, 6).Operand;
            }
            if (instruction.Operand is MethodReference { Name: "EndWriteAttribute" })
            {
                attribute = "";
            }
            if (instruction.Operand is not string text)
            {
                continue;
            }
            var isProperty = ReadProperties.Any(p => next?.Name == "set_" + p);
            // Kept once for all: a pair of name and value.
            var name = instruction.Previous?.Operand as string ?? "";
            var isKept =
                (IsRead(name) || ReadProperties.Contains(name, StringComparer.OrdinalIgnoreCase))
                && (next ?? instruction.Next?.Next?.Operand as MethodReference)?.DeclaringType.Name
                    is "HtmlString"
                        or "TagHelperAttribute";
            // The literal part of a value: its place in the source follows.
            var isPart =
                IsRead(attribute)
                && instruction.Next?.OpCode.Code is >= Code.Ldc_I4_M1 and <= Code.Ldc_I4
                && instruction.Next.Next.OpCode != OpCodes.Newarr
                && !text.Contains('=');
            foreach (var word in isProperty || isKept || isPart ? WordsOf(text) : [])
            {
                yield return word;
            }
        }
    }

    private static bool IsRead(string attribute) =>
        ReadAttributes.Contains(attribute, StringComparer.OrdinalIgnoreCase);

    private static Instruction Back(Instruction from, int count)
    {
        for (; count > 0; count--)
        {
            from = from.Previous;
        }
        return from;
    }

    private static IEnumerable<string> WordsOf(string text) =>
        Word().Matches(WebUtility.HtmlDecode(text)).Select(m => m.Value).Where(w => !Names.Contains(w));

    private static List<(string Nl, string En)> Pairs() =>
        [
            .. Checkout
                .Files("src", ".en.resx")
                .Select(en => (Plain: en.Replace(".en.resx", "", StringComparison.Ordinal), En: en))
                .Select(p => (Checkout.Has(p.Plain + ".nl.resx") ? p.Plain + ".nl.resx" : p.Plain + ".resx", p.En))
                .Where(p => Checkout.Has(p.Item1)),
        ];

    private static IEnumerable<string> Differences(
        IReadOnlyList<KeyValuePair<string, string>> nl,
        IReadOnlyList<KeyValuePair<string, string>> en
    )
    {
        foreach (var twice in nl.Concat(en).GroupBy(t => t.Key).Where(g => g.Count() > 2))
        {
            yield return $"{twice.Key} is there more than once";
        }
        foreach (var key in nl.Concat(en).Select(t => t.Key).Distinct())
        {
            var dutch = nl.FirstOrDefault(t => t.Key == key).Value;
            var english = en.FirstOrDefault(t => t.Key == key).Value;
            if (string.IsNullOrWhiteSpace(dutch) || string.IsNullOrWhiteSpace(english))
            {
                yield return $"{key} has no words in {(string.IsNullOrWhiteSpace(dutch) ? "Dutch" : "English")}";
            }
            else if (!Places(dutch).SetEquals(Places(english)))
            {
                yield return $"{key} has other places: '{dutch}' and '{english}'";
            }
        }
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    private static List<KeyValuePair<string, string>> Read(string file) =>
        [
            .. XDocument
                .Parse(Checkout.Read(file))
                .Root!.Elements("data")
                .Select(d => KeyValuePair.Create(d.Attribute("name")!.Value, d.Element("value")?.Value ?? "")),
        ];

    private static List<KeyValuePair<string, string>> Parse(string line) =>
        [KeyValuePair.Create(line.Split('=')[0], line.Split('=')[1])];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    [GeneratedRegex("""\s(aria-label|title|alt|placeholder)="(?<value>[^"<>]*)["]""", RegexOptions.ExplicitCapture)]
    private static partial Regex ReadAttribute();

    [GeneratedRegex(
        """\b(Say|say|T|texts|words)(\.Html\(|\.Knows\(|\[)"(?<key>\w+)["]""",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Asked();

    [GeneratedRegex("""\$"(?<key>\w+_)\{""", RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();

    [GeneratedRegex("\"(?<key>_\\w+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();

    [GeneratedRegex("\"(?<key>\\w+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
