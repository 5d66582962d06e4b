using NodaTime;

namespace Terecht.Platform.Events;

/// <summary>
/// Something that happened, named in the past tense. Written in the transaction of the change, never altered after.
/// Carries ids, codes and instants only. Every type has a row in <c>docs/what-happens-when.md</c>.
/// </summary>
internal interface IEvent
{
    /// <summary>Module and verb, such as <c>promise.made</c>. Stored: never rename one.</summary>
    static abstract string Type { get; }

    /// <summary>The thing it happened to.</summary>
    Guid Stream { get; }

    /// <summary>1, 2, 3 within the stream, where its history is counted; two writers of one number collide.</summary>
    int? Seq => null;

    /// <summary>When it happened, if that is not when it was recorded.</summary>
    Instant? At => null;

    Guid? Matter => null;

    Guid? Team => null;

    /// <summary>Which open screens must look again: <c>team:…</c>, <c>matter:…</c>, <c>staff:…</c>, <c>settings</c>.</summary>
    IEnumerable<string> Topics => [];
}
