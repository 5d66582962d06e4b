using Terecht.Platform.Loops;

namespace Terecht.Modules.Promises.LeftHolders;

/// <summary>Looks every few seconds whether somebody left. The behaviour is in <see cref="LeftHoldersHandler"/>.</summary>
internal sealed class LeftHoldersLoop(IServiceScopeFactory scopes) : ILoop
{
    public string Name => "left-holders";
    public TimeSpan Pause => TimeSpan.FromSeconds(5);

    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LeftHoldersHandler>().RunAsync(ct) > 0;
    }
}
