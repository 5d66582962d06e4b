using Terecht.Platform.Loops;

namespace Terecht.Modules.Citizens.Enter;

/// <summary>Removes counted tries when their window has passed: which references were tried is nobody's business for longer.</summary>
internal sealed class ForgetWrongCodesLoop(IServiceScopeFactory scopes) : ILoop
{
    public string Name => "forget-wrong-codes";
    public TimeSpan Pause => TimeSpan.FromMinutes(5);

    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WrongCodes>().ForgetAsync(ct);
        return false;
    }
}
