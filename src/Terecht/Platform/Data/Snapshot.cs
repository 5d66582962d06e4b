using Terecht.Platform.Feed;

namespace Terecht.Platform.Data;

/// <summary>
/// Settings kept in memory: read at first use, read again after the feed names <c>settings</c>. A change is seen on every
/// node within a second; who must see his own change at once calls <see cref="Forget"/>.
/// </summary>
internal sealed class Snapshot<T>
    where T : class
{
    private readonly Func<CancellationToken, Task<T>> _read;
    private volatile T? _value;
    private int _version;

    public Snapshot(FeedSignal signal, Func<CancellationToken, Task<T>> read)
    {
        _read = read;
        signal.OnEntries(
            (entries, _) =>
            {
                if (entries.Any(e => e.Topics.Contains("settings", StringComparer.Ordinal)))
                {
                    Forget();
                }
                return Task.CompletedTask;
            }
        );
    }

    public void Forget()
    {
        _ = Interlocked.Increment(ref _version);
        _value = null;
    }

    /// <summary>The value. Two that ask at once may both read it: cheaper than making everybody wait.</summary>
    public async ValueTask<T> GetAsync(CancellationToken ct)
    {
        if (_value is { } known)
        {
            return known;
        }
        var version = Volatile.Read(ref _version);
        var read = await _read(ct);
        if (version == Volatile.Read(ref _version))
        {
            // What was forgotten while we read may be old already.
            _value = read;
        }
        return read;
    }
}
