using Terecht.Platform.Loops;

namespace Terecht.Modules.Promises.Steps;

/// <summary>Looks every few seconds whether a step is due. The behaviour is in <see cref="StepHandler"/>.</summary>
internal sealed class StepLoop(IServiceScopeFactory scopes) : ILoop
{
    public string Name => "steps";
    public TimeSpan Pause => TimeSpan.FromSeconds(2);

    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StepHandler>().RunAsync(ct) > 0;
    }
}
