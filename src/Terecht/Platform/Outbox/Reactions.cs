using Terecht.Platform.Events;

namespace Terecht.Platform.Outbox;

/// <summary>What is done after an event was committed. Runs at least once, in the transaction that marks it done.</summary>
internal interface IReaction
{
    Task HandleAsync(EventRow happened, CancellationToken ct);
}

/// <summary>Which reactions follow which event type. Filled by name in the module files; no scanning.</summary>
internal sealed class Reactions(IEnumerable<ReactionRegistration> registrations)
{
    private readonly ILookup<string, string> _byType = registrations.ToLookup(r => r.EventType, r => r.Name);

    // One reaction may follow several types; two reactions of one name are a mistake, and stop the start.
    private readonly Dictionary<string, Type> _byName = registrations
        .Select(r => (r.Name, r.Handler))
        .Distinct()
        .ToDictionary(r => r.Name, r => r.Handler);

    public IEnumerable<string> To(string eventType) => _byType[eventType];

    public Type? Handler(string name) => _byName.GetValueOrDefault(name);
}

internal sealed record ReactionRegistration(string EventType, string Name, Type Handler);

internal static class ReactionSetup
{
    /// <summary>After each <typeparamref name="TEvent"/>, run <typeparamref name="TReaction"/> from the outbox.</summary>
    public static IServiceCollection AddReaction<TEvent, TReaction>(this IServiceCollection services)
        where TEvent : IEvent
        where TReaction : class, IReaction
    {
        services.AddScoped<TReaction>();
        var name = $"{typeof(TReaction).Namespace!.Split('.')[^1]}.{typeof(TReaction).Name}";
        services.AddSingleton(new ReactionRegistration(TEvent.Type, name, typeof(TReaction)));
        return services;
    }
}
