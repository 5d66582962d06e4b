using System.Collections.Concurrent;

namespace Terecht.Platform.Loops;

/// <summary>Runs one loop for ever. A failure is logged and tried again: a restart of PostgreSQL must not end the program.</summary>
internal sealed class LoopService<TLoop>(TLoop loop, LoopStates states, ILogger<TLoop> logger) : BackgroundService
    where TLoop : ILoop
{
    private static readonly TimeSpan MostPause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var more = await loop.RunOnceAsync(stoppingToken);
                failures = 0;
                states.Worked(loop.Name);
                if (!more)
                {
                    await Task.Delay(loop.Pause, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                failures++;
                states.Failed(loop.Name, e.GetType().Name);
                logger.LogWarning(e, "Loop {Loop} failed, try {Failures}", loop.Name, failures);
                var pause = TimeSpan.FromMilliseconds(
                    Math.Min(MostPause.TotalMilliseconds, 250 * Math.Pow(2, failures))
                );
                await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

/// <summary>Whether each loop's last step worked, for <c>/health/ready</c>.</summary>
internal sealed class LoopStates
{
    private readonly ConcurrentDictionary<string, string?> _lastError = new(StringComparer.Ordinal);

    public void Worked(string loop) => _lastError[loop] = null;

    public void Failed(string loop, string error) => _lastError[loop] = error;

    public IEnumerable<(string Loop, string Error)> Failing =>
        _lastError.Where(l => l.Value is not null).Select(l => (l.Key, l.Value!));
}

internal static class LoopSetup
{
    public static IServiceCollection AddLoop<TLoop>(this IServiceCollection services)
        where TLoop : class, ILoop
    {
        services.AddSingleton<TLoop>();
        services.AddHostedService<LoopService<TLoop>>();
        return services;
    }
}
