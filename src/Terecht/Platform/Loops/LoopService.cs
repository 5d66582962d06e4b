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
