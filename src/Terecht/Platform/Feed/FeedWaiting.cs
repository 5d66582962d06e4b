namespace Terecht.Platform.Feed;

/// <summary>A committed event that has no number in the feed yet.</summary>
internal sealed class FeedWaiting
{
    public long Position { get; init; }
    public required Guid EventId { get; init; }
    public required string Type { get; init; }
    public required string[] Topics { get; init; }
}
