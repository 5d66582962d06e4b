using NodaTime;

namespace Terecht.Modules.Citizens.Status;

/// <summary>One step of "Zo loopt uw vraag", ready to show.</summary>
/// <param name="At">Orders the steps; the ones that still come have none.</param>
/// <param name="Icon">A symbol of the sprite.</param>
internal sealed record StoryStep(Instant? At, string When, string What, string Icon)
{
    public string? Detail { get; init; }

    /// <summary>What it was about.</summary>
    public IReadOnlyList<Phrase> About { get; init; } = [];

    /// <summary>Titles of the answers that were told.</summary>
    public IReadOnlyList<Phrase> Heard { get; init; } = [];

    public StepTime Time { get; init; }
}

/// <summary>Words that may be in another language than the page.</summary>
internal sealed record Phrase(string Text, string Language);

internal enum StepTime
{
    Past,
    Now,
    Later,
}
