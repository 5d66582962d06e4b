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
    private readonly Lock _gate = new();
    private volatile T? _value;
    private int _version;
    private int _reads;
    private int _kept;

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
        lock (_gate)
        {
            _version++;
            _value = null;
        }
    }

    /// <summary>The value. Two that ask at once may both read it: cheaper than making everybody wait.</summary>
    public async ValueTask<T> GetAsync(CancellationToken ct)
    {
        if (_value is { } known)
        {
            return known;
        }
        int version,
            mine;
        lock (_gate)
        {
            (version, mine) = (_version, ++_reads);
        }
        var read = await _read(ct);
        lock (_gate)
        {
            // What was forgotten while we read may be old already; and who began before another may have read less.
            if (version == _version && mine > _kept)
            {
                (_value, _kept) = (read, mine);
            }
        }
        return read;
    }
}
