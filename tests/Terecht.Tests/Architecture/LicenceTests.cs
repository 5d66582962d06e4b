using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Terecht.Tests.Architecture;

/// <summary>Everything that comes from others may be used by a public body, changed and passed on.</summary>
public sealed partial class LicenceTests
{
    private const string Vendor = "src/Terecht/wwwroot/vendor";

    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "MIT",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "0BSD",
        "PostgreSQL",
        "MS-PL",
        "MPL-2.0",
        "OFL-1.1",
        // Stylesheets only: our own licence, from NL Design System.
        "EUPL-1.2",
    };

    /// <summary>
    /// Licence files that were read by hand, by their checksum: another text must be read again. Packages without an
    /// expression carry one of these.
    /// </summary>
    private static readonly Dictionary<string, (string Licence, string Why)> ReadByHand = new(StringComparer.Ordinal)
    {
        ["4753a420125d1685de65b061413aa1ea86193ece84391721f129b78cc38e34a2"] = (
            "Apache-2.0",
            "J2N: the plain text of Apache-2.0"
        ),
        ["90c7d5ee8031e1ccb3a0df65626b65522d9a4d7fe4d57de8a0c0b93c55f9d20c"] = (
            "Apache-2.0",
            "Lucene.Net: Apache-2.0, with notices of parts under BSD, MIT, Python, ICU and Unicode. Of the parts under other "
                + "terms, the Polish dictionary is not in the packages we use, and we never hand the searcher a task scheduler, "
                + "such as the one that came from Microsoft's samples"
        ),
        ["ea16fd7b9f2925ee470825fac308e130be6c087a30b4981d6b13967eb0d45c51"] = (
            "MIT",
            "SmtpServer, in the tests alone: the plain text of MIT"
        ),
    };

    [Fact]
    public void Every_package_has_a_licence_that_is_allowed()
    {
        var packages = Packages();

        packages.Count.ShouldBeGreaterThan(50);
        packages
            .Where(p => !IsAllowed(LicenceOf(p)))
            .Select(p => $"{p.Id} {p.Version}: {LicenceOf(p)}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void What_was_read_by_hand_is_still_in_use() =>
        ReadByHand.Keys.Except(Packages().Select(LicenceFile).OfType<string>().Select(Sum)).ShouldBeEmpty();

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("(MIT OR GPL-3.0-only)", true)]
    [InlineData("Apache-2.0 AND MIT", true)]
    [InlineData("MIT AND GPL-3.0-only", false)]
    [InlineData("GPL-3.0-only", false)]
    [InlineData("EUPL-1.2", false)]
    [InlineData("unknown", false)]
    [InlineData("", false)]
    public void An_expression_is_allowed_when_a_choice_of_it_is(string expression, bool allowed) =>
        IsAllowed(expression).ShouldBe(allowed);

    [Fact]
    public void Every_vendored_file_is_listed_with_its_licence()
    {
        var listed = VendorTable().ToList();
        var files = VendorFiles();

        files.Count.ShouldBeGreaterThan(5);
        listed.Count.ShouldBeGreaterThan(3);
        listed.Where(l => !Allowed.Contains(l.Licence)).ShouldBeEmpty();
        listed
            .Where(l => l.Licence == "EUPL-1.2" && !l.File.EndsWith(".css", StringComparison.Ordinal))
            .ShouldBeEmpty();
        files.Where(f => !listed.Any(l => Matches(l.File, f))).ShouldBeEmpty($"List these in {Vendor}/README.md.");
        listed.Where(l => !files.Any(f => Matches(l.File, f))).ShouldBeEmpty("Listed, and not there.");
    }

    [Fact]
    public void Every_vendored_file_is_as_it_was_published()
    {
        var sums = Checkout
            .Read($"{Vendor}/SHA256SUMS")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split("  "))
            .ToDictionary(parts => parts[1], parts => parts[0]);
        var files = VendorFiles().Append("OFL.txt").ToList();

        sums.Keys.Order().ShouldBe(files.Order());
        sums.Where(s => s.Value != Sum(Checkout.Full($"{Vendor}/{s.Key}")))
            .Select(s => s.Key)
            .ShouldBeEmpty("Changed since it was copied.");
    }

    /// <summary>Direct and transitive, over all projects, as the lock files say.</summary>
    private static List<Package> Packages() =>
        [
            .. Checkout
                .Files(".", "packages.lock.json")
                .SelectMany(file =>
                    JsonDocument.Parse(Checkout.Read(file)).RootElement.GetProperty("dependencies").EnumerateObject()
                )
                .SelectMany(target => target.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() != "Project")
                .Select(package => new Package(package.Name, package.Value.GetProperty("resolved").GetString()!))
                .Distinct()
                .OrderBy(p => p.Id, StringComparer.Ordinal),
        ];

    private static string LicenceOf(Package package)
    {
        if (!File.Exists(Nuspec(package)))
        {
            return "not restored";
        }
        if (Metadata(package, "license") is { } licence && licence.Attribute("type")?.Value == "expression")
        {
            return licence.Value;
        }
        return LicenceFile(package) is { } file && ReadByHand.TryGetValue(Sum(file), out var known)
            ? known.Licence
            : $"unknown: {LicenceFile(package) ?? Metadata(package, "licenseUrl")?.Value}";
    }

    /// <summary>The full path of the licence text inside the package, where it carries one.</summary>
    private static string? LicenceFile(Package package) =>
        File.Exists(Nuspec(package))
        && Metadata(package, "license") is { } licence
        && licence.Attribute("type")?.Value == "file"
            ? Path.Combine(Folder(package), licence.Value)
            : null;

    private static XElement? Metadata(Package package, string name) =>
        XDocument
            .Load(Nuspec(package))
            .Root!.Elements()
            .Single(e => e.Name.LocalName == "metadata")
            .Elements()
            .SingleOrDefault(e => e.Name.LocalName == name);

    private static string Nuspec(Package package) =>
        Path.Combine(Folder(package), package.Id.ToLowerInvariant() + ".nuspec");

    private static string Folder(Package package) =>
        Path.Combine(Store(), package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant());

    private static string Store() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Of an SPDX expression: each part joined by AND, and one of those joined by OR.</summary>
    private static bool IsAllowed(string expression) =>
        expression
            .Trim('(', ')')
            .Split(" OR ")
            .Any(choice =>
                choice.Split(" AND ").All(part => Allowed.Contains(part.Trim('(', ')', ' ')) && part != "EUPL-1.2")
            );

    private static List<string> VendorFiles() =>
        [
            .. Directory
                .GetFiles(Checkout.Full(Vendor), "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Checkout.Full(Vendor), f).Replace('\\', '/'))
                .Where(f => f is not ("README.md" or "SHA256SUMS" or "OFL.txt"))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Rows of the table: | `file` | package | version | licence | file in the package |.</summary>
    private static IEnumerable<(string File, string Licence)> VendorTable() =>
        from line in Checkout.Read($"{Vendor}/README.md").Split('\n')
        where line.StartsWith("| `", StringComparison.Ordinal)
        let cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries)
        select (cells[0].Trim('`'), LicenceName().Match(cells[3]).Value);

    private static bool Matches(string pattern, string file) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, file, ignoreCase: false);

    private static string Sum(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private sealed record Package(string Id, string Version);

    [GeneratedRegex(@"^[A-Za-z0-9.\-]+")]
    private static partial Regex LicenceName();
}
