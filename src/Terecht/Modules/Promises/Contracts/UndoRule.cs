using NodaTime;

namespace Terecht.Modules.Promises.Contracts;

/// <summary>Which act can be taken back, by whom and for how long.</summary>
internal static class UndoRule
{
    public static readonly Duration Longest = Duration.FromMinutes(30);

    /// <summary>How long what goes to a citizen waits, so that it can be taken back unheard.</summary>
    public static readonly Duration Unheard = Duration.FromSeconds(30);

    /// <summary>Facts beside the acts: they make no form stale and are in nobody's way.</summary>
    public static bool ChangesNothing(string type) => type is "promise.told" or "promise.repeat";

    public static bool MayUndo(string type, bool byActor, Duration ago) =>
        byActor
        && ago <= Longest
        && type
            is "promise.hold"
                or "promise.release"
                or "promise.bounce"
                or "promise.team"
                or "promise.renew"
                or "promise.end"
                or "promise.join";
}
