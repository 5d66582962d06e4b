using Terecht.Platform.Data;
using Terecht.Platform.Feed;

namespace Terecht.Tests.Platform;

public sealed class SnapshotTests
{
    private readonly FeedSignal _signal = new();
    private int _reads;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Snapshot<string> Counting() => new(_signal, _ => Task.FromResult($"read {++_reads}"));

    [Fact]
    public async Task It_is_read_once_and_kept()
    {
        var snapshot = Counting();

        (await snapshot.GetAsync(Ct)).ShouldBe("read 1");
        (await snapshot.GetAsync(Ct)).ShouldBe("read 1");
    }

    [Fact]
    public async Task It_is_read_again_when_the_feed_names_settings()
    {
        var snapshot = Counting();
        await snapshot.GetAsync(Ct);

        await _signal.RaiseAsync([new FeedEntry(1, Guid.Empty, "promise.made", ["team:1"])], Ct);
        (await snapshot.GetAsync(Ct)).ShouldBe("read 1");
        await _signal.RaiseAsync([new FeedEntry(2, Guid.Empty, "settings.changed", ["settings"])], Ct);
        (await snapshot.GetAsync(Ct)).ShouldBe("read 2");
    }

    [Fact]
    public async Task What_was_forgotten_while_it_was_read_is_not_kept()
    {
        var reading = new TaskCompletionSource<string>();
        var snapshot = new Snapshot<string>(_signal, _ => _reads++ == 0 ? reading.Task : Task.FromResult("new"));
        var asked = snapshot.GetAsync(Ct).AsTask();

        snapshot.Forget();
        reading.SetResult("old");

        (await asked).ShouldBe("old");
        (await snapshot.GetAsync(Ct)).ShouldBe("new");
    }

    [Fact]
    public async Task A_read_that_fails_is_tried_again()
    {
        var snapshot = new Snapshot<string>(
            _signal,
            _ => _reads++ == 0 ? throw new TimeoutException() : Task.FromResult("new")
        );

        await Should.ThrowAsync<TimeoutException>(() => snapshot.GetAsync(Ct).AsTask());
        (await snapshot.GetAsync(Ct)).ShouldBe("new");
    }

    [Fact]
    public async Task Who_began_to_read_first_and_ends_last_does_not_bring_back_what_was_before()
    {
        var slow = new TaskCompletionSource<string>();
        var snapshot = new Snapshot<string>(_signal, _ => _reads++ == 0 ? slow.Task : Task.FromResult("new"));
        var first = snapshot.GetAsync(TestContext.Current.CancellationToken);

        (await snapshot.GetAsync(TestContext.Current.CancellationToken)).ShouldBe("new");
        slow.SetResult("old");
        await first;

        (await snapshot.GetAsync(TestContext.Current.CancellationToken)).ShouldBe("new");
    }
}
