using System.Reflection;
using Terecht.Platform.Events;

namespace Terecht.Tests.Architecture;

/// <summary>Every event type of the program.</summary>
internal static class Events
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(IEvent)
            .Assembly.GetTypes()
            .Where(t => !t.IsInterface && t.IsAssignableTo(typeof(IEvent)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];

    /// <summary>What is stored: <c>promise.made</c>.</summary>
    public static string CodeOf(Type type) =>
        (string)type.GetProperty(nameof(IEvent.Type), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}
