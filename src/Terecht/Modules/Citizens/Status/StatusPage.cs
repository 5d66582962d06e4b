namespace Terecht.Modules.Citizens.Status;

/// <summary>What the page of one matter shows, in words.</summary>
internal sealed record StatusPage
{
    /// <summary>482 930 5179.</summary>
    public required string Number { get; init; }
    public required string Title { get; init; }

    /// <summary>Open promises first, the nearest moment on top; then the ended ones, the last first.</summary>
    public required IReadOnlyList<PromiseBlock> Promises { get; init; }

    /// <summary>Questions that were settled without a promise.</summary>
    public required IReadOnlyList<AnsweredBlock> Answered { get; init; }
    public required IReadOnlyList<StoryStep> Story { get; init; }

    /// <summary>What to do when we do not do what we said: null when nothing is open.</summary>
    public required string? IfNobodyCalls { get; init; }

    /// <summary>Something that was promised is late now.</summary>
    public required bool IsLate { get; init; }
}

/// <summary>A promise in the words that were spoken, and how it stands.</summary>
/// <param name="Caption">When it was made, and in which language it was said.</param>
/// <param name="Look">late, kept, closed, or empty for a promise that runs.</param>
/// <param name="Big">How it stands.</param>
internal sealed record PromiseBlock(
    string Caption,
    string Words,
    string Look,
    string Icon,
    string Big,
    IReadOnlyList<string> More
)
{
    public required Guid PromiseId { get; init; }
    public required int Seq { get; init; }

    /// <summary>The citizen can open it again.</summary>
    public required bool MayReopen { get; init; }

    /// <summary>Which promise this is, where there are several.</summary>
    public Phrase? About { get; init; }
}

/// <summary>A question that was settled at once.</summary>
/// <param name="Heard">The title of the answer, if there was one.</param>
/// <param name="Instead">What to show where there was none.</param>
/// <param name="Look">kept when it was answered, else closed.</param>
internal sealed record AnsweredBlock(string Caption, Phrase? Heard, string Instead, string Big, string Look);
