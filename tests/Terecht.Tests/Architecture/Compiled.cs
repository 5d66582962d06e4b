using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Terecht.Tests.Architecture;

/// <summary>The compiled program as IL: what the compiler made of async bodies, lambdas and pages is there too.</summary>
internal static class Compiled
{
    public static IReadOnlyList<TypeDefinition> Program { get; } = TypesOf("Terecht.dll");
    public static IReadOnlyList<TypeDefinition> Ui { get; } = TypesOf("Terecht.Ui.dll");

    /// <summary>This test program: the deliberately wrong samples.</summary>
    public static IReadOnlyList<TypeDefinition> Tests { get; } = TypesOf("Terecht.Tests.dll");

    /// <summary>Every type that this one names anywhere: signatures, bodies, generic arguments, attributes.</summary>
    public static IEnumerable<TypeReference> TypesNamedIn(TypeDefinition type)
    {
        var named = new List<TypeReference?> { type.BaseType };
        named.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        named.AddRange(type.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType));
        named.AddRange(type.Fields.Select(f => f.FieldType));
        named.AddRange(type.Properties.Select(p => p.PropertyType));
        named.AddRange(Attributes(type).SelectMany(NamedIn));
        foreach (var method in type.Methods)
        {
            named.AddRange(NamedIn(method));
            named.AddRange(method.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType));
            named.AddRange(method.Overrides.Select(o => o.DeclaringType));
            if (method.HasBody)
            {
                named.AddRange(method.Body.Variables.Select(v => v.VariableType));
                named.AddRange(method.Body.ExceptionHandlers.Select(h => h.CatchType));
                named.AddRange(method.Body.Instructions.SelectMany(i => NamedIn(i.Operand)));
            }
        }
        return named.OfType<TypeReference>().SelectMany(Parts).DistinctBy(t => t.FullName);
    }

    /// <summary>The types that a caller of this method must know.</summary>
    public static IEnumerable<TypeReference> TypesInSignature(MethodDefinition method) =>
        method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType).SelectMany(Parts);

    /// <summary>Every constant text in this type: literals in bodies, constants, defaults, attribute arguments.</summary>
    public static IEnumerable<string> TextsIn(TypeDefinition type)
    {
        var bodies = type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions);
        var literals = bodies.Where(i => i.OpCode == OpCodes.Ldstr).Select(i => i.Operand);
        var constants = type.Fields.Where(f => f.HasConstant).Select(f => f.Constant);
        var defaults = type.Methods.SelectMany(m => m.Parameters).Where(p => p.HasConstant).Select(p => p.Constant);
        var attributes = Attributes(type).SelectMany(a => a.ConstructorArguments).Select(a => a.Value);
        return literals.Concat(constants).Concat(defaults).Concat(attributes).OfType<string>();
    }

    /// <summary>Every method that this type calls, with the method that calls it.</summary>
    public static IEnumerable<(MethodDefinition Caller, MethodReference Called)> CallsIn(TypeDefinition type) =>
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.Operand is MethodReference
        select (method, (MethodReference)instruction.Operand);

    /// <summary>The type in whose file this one was written: the outermost of nested and compiler-made types.</summary>
    public static TypeReference Outermost(TypeReference type)
    {
        var outermost = type;
        while (outermost.DeclaringType is { } declaring)
        {
            outermost = declaring;
        }
        return outermost;
    }

    private static List<TypeDefinition> TypesOf(string file) =>
        [.. AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, file)).MainModule.GetAllTypes()];

    private static IEnumerable<CustomAttribute> Attributes(TypeDefinition type) =>
        type
            .CustomAttributes.Concat(type.Methods.SelectMany(m => m.CustomAttributes))
            .Concat(type.Methods.SelectMany(m => m.Parameters).SelectMany(p => p.CustomAttributes))
            .Concat(type.Fields.SelectMany(f => f.CustomAttributes))
            .Concat(type.Properties.SelectMany(p => p.CustomAttributes));

    private static IEnumerable<TypeReference?> NamedIn(CustomAttribute attribute) =>
        [
            attribute.AttributeType,
            .. attribute.ConstructorArguments.SelectMany(NamedIn),
            .. attribute.Properties.SelectMany(p => NamedIn(p.Argument)),
        ];

    private static IEnumerable<TypeReference?> NamedIn(CustomAttributeArgument argument) =>
        argument.Value switch
        {
            CustomAttributeArgument[] many => many.SelectMany(NamedIn),
            CustomAttributeArgument boxed => NamedIn(boxed),
            TypeReference type => [argument.Type, type],
            _ => [argument.Type],
        };

    private static IEnumerable<TypeReference?> NamedIn(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            MethodReference method =>
            [
                method.DeclaringType,
                method.ReturnType,
                .. method.Parameters.Select(p => p.ParameterType),
                .. (method as GenericInstanceMethod)?.GenericArguments ?? [],
            ],
            _ => [],
        };

    /// <summary>A generic, array, by-reference or modified type names the types it is made of.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericParameter => [],
            GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
            RequiredModifierType modified => [modified.ModifierType, .. Parts(modified.ElementType)],
            TypeSpecification made => Parts(made.ElementType),
            _ => [type],
        };
}
