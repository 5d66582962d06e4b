using System.Diagnostics;

namespace Terecht.Tests.Testing;

/// <summary>Waits, on the real clock, for what loops do by themselves. How long it took decides nothing.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    public static async Task ThatAsync(string what, Func<Task<bool>> holds)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(since) > Most)
            {
                throw new ShouldAssertException($"It did not come to this: {what}.");
            }
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public static Task ThatAsync(string what, Func<bool> holds) => ThatAsync(what, () => Task.FromResult(holds()));
}
