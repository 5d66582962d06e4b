using Mono.Cecil;
using Terecht.Platform;

namespace Terecht.Tests.Architecture;

/// <summary>Where in the house a type or a text lives, and what may be used from there.</summary>
internal sealed record Place(string Name, bool IsModule)
{
    /// <summary>The wiring above all modules: the entry point, the verbs, and the demo's loader.</summary>
    public static readonly Place Program = new("Program", false);
    public static readonly Place Platform = new("Platform", false);
    public static readonly Place Ui = new("Ui", false);

    private const string Pages = "AspNetCoreGeneratedDocument";

    public static Place Module(string name) => new(name, true);

    /// <summary>Null for what is not ours, or was made by the compiler for everybody (anonymous types).</summary>
    public static Place? Of(TypeReference type)
    {
        var outermost = Compiled.Outermost(type);
        var parts = outermost.Namespace.Split('.');
        return parts switch
        {
            ["Terecht", "Modules", var module, ..] => Module(module),
            ["Terecht", "Platform", ..] => Platform,
            ["Terecht", "Ui", ..] => Ui,
            ["Terecht"] or ["Terecht", "Demo", ..] => Program,
            // Compiled pages of all folders share one namespace; only the class name says whose they are.
            [Pages] => outermost.Name.Split('_') is ["Modules", { Length: > 0 } module, ..] ? Module(module) : Program,
            _ => null,
        };
    }

    /// <summary>The part of a module that others may use.</summary>
    public static bool IsContract(TypeReference type) =>
        Compiled.Outermost(type).Namespace.Split('.') is ["Terecht", "Modules", _, "Contracts", ..];

    /// <summary>Whether a type that lives here may name that one.</summary>
    public bool MayUse(TypeReference type) => Of(type) is not { } other || MayUse(other, IsContract(type));

    public bool MayUse(Place other, bool contract) =>
        this == Program
        || this == other
        || other == Ui
        || (other == Platform && this != Ui)
        || (IsModule && other.IsModule && contract && IsAbove(other));

    /// <summary>Whether that module is lower in the order, so that this one may call it. Desk may call all.</summary>
    public bool IsAbove(Place other) =>
        Name == "Desk" ? other.Name != "Desk" : Line(other.Name) >= 0 && Line(other.Name) < Line(Name);

    private static int Line(string module) => Order.FindIndex(row => row.Contains(module, StringComparer.Ordinal));

    private static readonly List<string[]> Order = [.. ModuleOrder.Rows()];
}
