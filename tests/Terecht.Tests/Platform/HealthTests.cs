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

        var answer = await client.GetAsync(
            new Uri("/health/ready", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
