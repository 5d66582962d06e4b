using Terecht.Platform.Loops;

namespace Terecht.Modules.Promises.DoorClosed;

/// <summary>Looks every few seconds whether the last day of an open door passed. The behaviour is in <see cref="DoorClosedHandler"/>.</summary>
internal sealed class DoorClosedLoop(IServiceScopeFactory scopes) : ILoop
{
    public string Name => "door-closed";
    public TimeSpan Pause => TimeSpan.FromSeconds(5);

    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DoorClosedHandler>().RunAsync(ct) > 0;
    }
}
