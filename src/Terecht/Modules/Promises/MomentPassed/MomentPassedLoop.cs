using Terecht.Platform.Loops;

namespace Terecht.Modules.Promises.MomentPassed;

/// <summary>Looks every few seconds whether a moment passed. The behaviour is in <see cref="MomentPassedHandler"/>.</summary>
internal sealed class MomentPassedLoop(IServiceScopeFactory scopes) : ILoop
{
    public string Name => "moment-passed";
    public TimeSpan Pause => TimeSpan.FromSeconds(2);

    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MomentPassedHandler>().RunAsync(ct) > 0;
    }
}
