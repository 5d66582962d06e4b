using Terecht.Modules.Knowledge.Data;
using Terecht.Platform;

namespace Terecht.Tests.Architecture;

/// <summary>A module uses Platform, Terecht.Ui, itself, and the Contracts of lower modules; nothing else.</summary>
public sealed class ModuleWallTests
{
    [Fact]
    public void Every_module_is_in_the_order_once()
    {
        var modules = Compiled.Program.Select(Place.Of).OfType<Place>().Where(p => p.IsModule).Select(p => p.Name);
        var order = ModuleOrder.Lowest().ToList();

        order.Count.ShouldBeGreaterThan(5);
        order.ShouldBeUnique();
        modules.Distinct().Count().ShouldBeGreaterThan(3);
        modules.Distinct().Except(order).ShouldBeEmpty("Write these modules in src/Terecht/Modules/modules.txt.");
    }

    [Fact]
    public void A_module_uses_only_contracts_of_lower_modules()
    {
        var ours = Compiled.Program.Concat(Compiled.Ui).Where(t => Place.Of(t) is not null).ToList();
        ours.Count.ShouldBeGreaterThan(100);
        var across = 0;
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in ours)
        {
            var place = Place.Of(type)!;
            foreach (var used in Compiled.TypesNamedIn(type))
            {
                across += Place.Of(used) is { IsModule: true } other && other != place ? 1 : 0;
                if (!place.MayUse(used))
                {
                    wrong.Add($"{Compiled.Outermost(type).FullName} uses {used.FullName}");
                }
            }
        }
        across.ShouldBeGreaterThan(10);
        wrong.ShouldBeEmpty();
    }

    /// <summary>What a contract shows is part of it: no entities, nothing from the inside of its module.</summary>
    [Fact]
    public void Contracts_show_nothing_but_contracts()
    {
        var contracts = Compiled.Program.Where(Place.IsContract).ToList();
        contracts.Count.ShouldBeGreaterThan(10);
        var shown =
            from type in contracts
            from method in type.Methods
            where method.IsPublic
            from named in Compiled.TypesInSignature(method)
            where Place.Of(named) is { IsModule: true } && !Place.IsContract(named)
            select $"{type.FullName}.{method.Name} shows {named.FullName}";
        shown.Distinct().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Promises", "Contacts", true, true)]
    [InlineData("Promises", "Contacts", false, false)]
    [InlineData("Contacts", "Promises", true, false)]
    [InlineData("People", "Knowledge", true, false)]
    [InlineData("Desk", "Citizens", true, true)]
    [InlineData("Desk", "Citizens", false, false)]
    [InlineData("Citizens", "Desk", true, false)]
    [InlineData("Citizens", "Nowhere", true, false)]
    public void The_order_says_who_may_use_whom(string from, string to, bool contract, bool may) =>
        Place.Module(from).MayUse(Place.Module(to), contract).ShouldBe(may);

    [Fact]
    public void Platform_uses_no_module()
    {
        Place.Platform.MayUse(Place.Module("Access"), contract: true).ShouldBeFalse();
        Place.Ui.MayUse(Place.Platform, contract: false).ShouldBeFalse();
        Place.Module("Access").MayUse(Place.Platform, contract: false).ShouldBeTrue();
    }

    /// <summary>A wall that cannot see into an async body, a lambda, a generic argument or an attribute is no wall.</summary>
    [Theory]
    [InlineData(nameof(Breach.Awaits))]
    [InlineData(nameof(Breach.Captures))]
    [InlineData(nameof(Breach.Lists))]
    [InlineData(nameof(Breach.Marked))]
    public void A_breach_is_seen_wherever_it_hides(string sample)
    {
        var seen = Compiled
            .Tests.Where(t => t.FullName.Contains($"{nameof(Breach)}/{sample}", StringComparison.Ordinal))
            .SelectMany(Compiled.TypesNamedIn)
            .Where(used => !Place.Module("Citizens").MayUse(used));

        seen.ShouldContain(used =>
            used.FullName.StartsWith("Terecht.Modules.Knowledge.Data", StringComparison.Ordinal)
        );
    }

    private static class Breach
    {
        internal static class Awaits
        {
            public static async Task<string> RunAsync(object row)
            {
                await Task.Yield();
                return ((Article)row).Code;
            }
        }

        internal static class Captures
        {
            public static Func<object, bool> Run() => row => row is Article;
        }

        internal static class Lists
        {
            public static int Run() => new Dictionary<string, List<Article>>().Count;
        }

        [Marks(typeof(Article))]
        internal static class Marked;
    }

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class MarksAttribute(Type type) : Attribute
    {
        public Type Type { get; } = type;
    }
}
