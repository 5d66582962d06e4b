using Microsoft.Extensions.Logging.Abstractions;
using Terecht.Platform.Loops;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Platform;

public sealed class LoopTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_that_fails_is_named_and_tried_again_and_then_forgotten()
    {
        var loop = new Faltering();
        var states = new LoopStates();
        using var service = new LoopService<Faltering>(loop, states, NullLogger<Faltering>.Instance);
        await service.StartAsync(Ct);

        await Eventually.ThatAsync(
            "it is named",
            () => states.Failing.Any(f => f == ("faltering", nameof(TimeoutException)))
        );
        loop.Works = true;
        await Eventually.ThatAsync("it is well again", () => !states.Failing.Any());

        await service.StopAsync(Ct);
        loop.Steps.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Stopping_ends_a_step_that_waits()
    {
        var loop = new Waiting();
        using var service = new LoopService<Waiting>(loop, new LoopStates(), NullLogger<Waiting>.Instance);
        await service.StartAsync(Ct);
        await loop.Begun.Task;

        await service.StopAsync(Ct);

        service.ExecuteTask!.IsCompletedSuccessfully.ShouldBeTrue();
    }

    private sealed class Faltering : ILoop
    {
        public string Name => "faltering";
        public TimeSpan Pause => TimeSpan.FromMilliseconds(1);
        public bool Works { get; set; }
        public int Steps { get; private set; }

        public Task<bool> RunOnceAsync(CancellationToken ct)
        {
            Steps++;
            return Works ? Task.FromResult(false) : throw new TimeoutException();
        }
    }

    private sealed class Waiting : ILoop
    {
        public string Name => "waiting";
        public TimeSpan Pause => TimeSpan.Zero;
        public TaskCompletionSource Begun { get; } = new();

        public async Task<bool> RunOnceAsync(CancellationToken ct)
        {
            Begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return true;
        }
    }
}
