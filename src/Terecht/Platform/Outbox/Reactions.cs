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
    private readonly ILookup<string, ReactionRegistration> _byType = registrations.ToLookup(r => r.EventType);

    // One reaction may follow several types; two reactions of one name are a mistake, and stop the start.
    private readonly Dictionary<string, Type> _byName = registrations
        .Select(r => (r.Name, r.Handler))
        .Distinct()
        .ToDictionary(r => r.Name, r => r.Handler);

    /// <summary>Names of the reactions that this event asks for.</summary>
    public IEnumerable<string> To<T>(T happened)
        where T : IEvent => _byType[T.Type].Where(r => r.When?.Invoke(happened) != false).Select(r => r.Name);

    public Type? Handler(string name) => _byName.GetValueOrDefault(name);
}

/// <param name="When">Of an event of that type; null: always.</param>
internal sealed record ReactionRegistration(
    string EventType,
    string Name,
    Type Handler,
    Func<object, bool>? When = null
);

internal static class ReactionSetup
{
    /// <summary>After each <typeparamref name="TEvent"/>, run <typeparamref name="TReaction"/> from the outbox.</summary>
    /// <param name="when">Only after those that ask for it: one that would do nothing costs a transaction all the same.</param>
    public static IServiceCollection AddReaction<TEvent, TReaction>(
        this IServiceCollection services,
        Func<TEvent, bool>? when = null
    )
        where TEvent : IEvent
        where TReaction : class, IReaction
    {
        services.AddScoped<TReaction>();
        var name = $"{typeof(TReaction).Namespace!.Split('.')[^1]}.{typeof(TReaction).Name}";
        services.AddSingleton(
            new ReactionRegistration(
                TEvent.Type,
                name,
                typeof(TReaction),
                when is null ? null : happened => when((TEvent)happened)
            )
        );
        return services;
    }
}
