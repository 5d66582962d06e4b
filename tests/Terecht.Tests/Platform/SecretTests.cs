using Microsoft.Extensions.DependencyInjection;
using Terecht.Platform.Data;
using Terecht.Tests.Testing;

namespace Terecht.Tests.Platform;

public sealed class SecretTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nodes_that_make_it_at_once_end_with_the_same_one()
    {
        await using var app = await App.StartAsync();
        await using var second = app.Second();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerechtDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var first = await Secret.GetAsync(db, "test", Ct);

        // Begun before the first one committed.
        var others = Enumerable
            .Range(1, 8)
            .Select(no => (no % 2 == 0 ? app : second).InDbAsync(other => Secret.GetAsync(other, "test", Ct)))
            .ToList();
        await transaction.CommitAsync(Ct);

        first.Length.ShouldBe(32);
        (await Task.WhenAll(others)).ShouldAllBe(secret => secret.SequenceEqual(first));
    }

    [Fact]
    public async Task Each_name_has_its_own()
    {
        await using var app = await App.StartAsync();
        var one = await app.InDbAsync(db => Secret.GetAsync(db, "one", Ct));
        var two = await app.InDbAsync(db => Secret.GetAsync(db, "two", Ct));

        one.SequenceEqual(two).ShouldBeFalse();
    }
}
