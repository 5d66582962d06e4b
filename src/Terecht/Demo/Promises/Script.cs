using NodaTime;

namespace Terecht.Demo.Promises;

/// <summary>What will be done with a promise, each at its instant; played in order.</summary>
internal sealed class Script
{
    private readonly List<(Instant At, int Order, Action<PromiseLife> Act)> _acts = [];

    /// <summary>The last act.</summary>
    public Instant End => _acts.Count == 0 ? Instant.MinValue : _acts.Max(a => a.At);

    public void Add(Instant at, Action<PromiseLife> act) => _acts.Add((at, _acts.Count, act));

    /// <summary>Plays what is not after now; what comes later has not happened.</summary>
    public void Play(PromiseLife life, Instant now)
    {
        foreach (var (at, _, act) in _acts.Where(a => a.At <= now).OrderBy(a => a.At).ThenBy(a => a.Order))
        {
            life.PassTo(at);
            act(life);
        }
        life.PassTo(now);
    }
}
