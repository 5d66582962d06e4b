using System.Net;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Platform;

public sealed class HealthTests
{
    [Fact]
    public async Task Ready_answers_when_database_and_loops_work()
    {
        await using var app = await App.StartAsync();
        using var client = app.CreateClient();

        // Not at once: a node that starts reads its answers first.
        var ct = TestContext.Current.CancellationToken;
        var answer = "";
        for (var tries = 0; tries < 400; tries++)
        {
            var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return;
            }
            answer = await response.Content.ReadAsStringAsync(ct);
            await Task.Delay(50, ct);
        }
        Assert.Fail(answer);
    }
}
