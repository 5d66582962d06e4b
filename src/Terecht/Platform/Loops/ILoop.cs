namespace Terecht.Platform.Loops;

/// <summary>Work that the system does by itself, in small steps. Every step is safe to repeat.</summary>
internal interface ILoop
{
    string Name { get; }

    /// <summary>How long to wait when there was nothing to do; real time.</summary>
    TimeSpan Pause { get; }

    /// <summary>One step. True when there may be more.</summary>
    Task<bool> RunOnceAsync(CancellationToken ct);
}
