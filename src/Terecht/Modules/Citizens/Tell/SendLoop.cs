using Terecht.Platform.Loops;

namespace Terecht.Modules.Citizens.Tell;

/// <summary>Sends what waits, one message after the other. The behaviour is in <see cref="MessageSender"/>.</summary>
internal sealed class SendLoop(IServiceScopeFactory scopes) : ILoop
{
    public string Name => "send-messages";
    public TimeSpan Pause => TimeSpan.FromMilliseconds(500);

    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MessageSender>().SendOneAsync(ct);
    }
}
