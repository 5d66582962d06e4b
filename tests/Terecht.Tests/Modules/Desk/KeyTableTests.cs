using System.Text.RegularExpressions;
using Terecht.Modules.Desk.Keys;
using Terecht.Tests.Architecture;

namespace Terecht.Tests.Modules.Desk;

public sealed partial class KeyTableTests
{
    [Fact]
    public void No_key_means_two_things()
    {
        var keys = KeyTable.Groups.SelectMany(g => g.Keys).Select(k => k.Key).ToList();

        keys.Count.ShouldBeGreaterThan(15);
        keys.ShouldBeUnique();
    }

    [Fact]
    public void Every_key_on_a_page_stands_in_the_table()
    {
        var known = KeyTable.Groups.SelectMany(g => g.Keys).Select(k => k.Key).ToHashSet(StringComparer.Ordinal);
        var modules = Path.Combine(Checkout.Root, "src", "Terecht", "Modules");
        var used = Directory
            .EnumerateFiles(modules, "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(f => DataKey().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .ToList();

        used.ShouldNotBeEmpty();
        used.Select(k => k.Replace("Enter", "⏎", StringComparison.Ordinal))
            .Where(k => !known.Contains(k))
            .ShouldBeEmpty();
    }

    [GeneratedRegex("data-key=\"([^\"@]+)\"")]
    private static partial Regex DataKey();
}
