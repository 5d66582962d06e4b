using Terecht.Platform.Feed;
using Terecht.Platform.Loops;

namespace Terecht.Modules.Knowledge.Search.Live;

/// <summary>Keeps the indexes of this node like the database: at start, when the feed says so, and now and then.</summary>
internal sealed class AnswerIndexing : ILoop, IDisposable
{
    /// <summary>Topics of the feed that may change what is found.</summary>
    private static readonly string[] Changing = ["settings", "answers"];

    // A change between our first reading and the moment the listener began is in no notice.
    private static readonly TimeSpan AlsoWithoutNotice = TimeSpan.FromSeconds(30);

    private readonly IAnswerSearch _search;
    private readonly SemaphoreSlim _changed = new(1);

    public AnswerIndexing(IAnswerSearch search, FeedSignal signal)
    {
        _search = search;
        signal.OnEntries(
            (entries, _) =>
            {
                if (entries.Any(e => e.Topics.Intersect(Changing, StringComparer.Ordinal).Any()))
                {
                    _changed.Release();
                }
                return Task.CompletedTask;
            }
        );
    }

    public string Name => "answer-indexing";
    public TimeSpan Pause => TimeSpan.Zero;

    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await _changed.WaitAsync(AlsoWithoutNotice, ct);
        while (await _changed.WaitAsync(TimeSpan.Zero, ct))
        {
            // What was said meanwhile is in the same reading.
        }
        try
        {
            await _search.RefreshAsync(ct);
            return true;
        }
        catch
        {
            // Still to be read: the next try does not wait for a notice.
            _changed.Release();
            throw;
        }
    }

    public void Dispose() => _changed.Dispose();
}
